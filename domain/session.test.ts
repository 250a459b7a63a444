import { describe, expect, it } from 'vitest';
import { sessionSchema } from './session.ts';

const valid = {
  id: 'S1',
  kind: 'talk',
  start: '2025-05-30T10:00',
  end: '2025-05-30T11:00',
  title: { en: 'Talk' },
};

describe('a session', () => {
  it('may run past midnight', () => {
    expect(sessionSchema.safeParse({ ...valid, start: '2025-05-30T23:30', end: '2025-05-31T00:30' }).success).toBe(
      true,
    );
  });

  it.each([
    ['end', { end: '2025-05-30T10:00' }],
    ['end', { end: '2025-05-29T23:00' }],
    ['start', { start: '2025-05-30 10:00' }],
    ['start', { start: '2025-05-30T24:00' }],
    ['start', { start: '2025-02-30T10:00' }],
    ['start', { start: '2025-13-01T10:00' }],
    ['capacity', { capacity: 0 }],
    ['capacity', { capacity: 1.5 }],
    ['kind', { kind: 'party' }],
    ['title', { title: {} }],
  ])('says that its %s is wrong in %j', (field, change) => {
    const issues = sessionSchema.safeParse({ ...valid, ...change }).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0])).toContain(field);
  });
});

it('tells each fault once', () => {
  expect(sessionSchema.safeParse({ ...valid, start: 'noon' }).error?.issues).toHaveLength(1);
});
