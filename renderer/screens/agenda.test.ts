import { expect, test } from 'vitest';
import type { Session } from '../../domain/session.ts';
import { findNextSession } from './agenda.tsx';

const session = (id: string, start: string, end: string): Session => ({
  id,
  kind: 'talk',
  speakers: [],
  start: `2025-05-30T${start}`,
  end: `2025-05-30T${end}`,
  title: { en: id },
});
const sessions = [
  session('opening', '10:30', '10:50'),
  session('forum', '11:00', '11:40'),
  session('panel', '15:45', '16:25'),
];

test.each([
  ['the days before', '2025-05-01T12:00', 'opening'],
  ['that morning', '2025-05-30T08:00', 'opening'],
  ['while one is on', '2025-05-30T11:10', 'panel'],
  ['in the minute when one begins', '2025-05-30T11:00', 'panel'],
  ['between two', '2025-05-30T10:55', 'forum'],
  ['after the last', '2025-05-30T17:00', 'opening'],
])('%s the next is the one that has not begun, or the first', (_, now, id) => {
  expect(findNextSession(sessions, now)?.id).toBe(id);
});

test('an event without sessions has no next one', () => {
  expect(findNextSession([], '2025-05-30T10:00')).toBe(undefined);
});
