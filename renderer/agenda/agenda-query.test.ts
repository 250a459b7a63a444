import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Session } from '../../domain/session.ts';
import {
  agendaFilters,
  filterSessions,
  listDays,
  listValues,
  valueOf,
  wholeAgenda,
  type AgendaQuery,
} from './agenda-query.ts';
import { findPhase } from './now-and-next.ts';

const session = (id: string, start: string, parts: Partial<Session> = {}): Session => ({
  id,
  kind: 'talk',
  speakers: [],
  start,
  end: `${start.slice(0, 11)}23:59`,
  title: { en: id },
  ...parts,
});
const sessions = [
  session('opening', '2025-02-01T09:30', { end: '2025-02-01T10:00', place: 'janson', kind: 'forum' }),
  session('b', '2025-02-01T10:00', { end: '2025-02-01T10:30', room: { en: 'K.2.10' }, track: { en: 'Go' } }),
  session('a', '2025-02-01T10:00', { end: '2025-02-01T10:30', room: { en: 'K.2.9' }, track: { en: 'Rust' } }),
  session('late', '2025-02-01T17:00', { end: '2025-02-01T18:00', place: 'janson' }),
  session('sunday', '2025-02-02T09:00', { end: '2025-02-02T10:00', place: 'janson', kind: 'workshop' }),
];
const find = (query: Partial<AgendaQuery>, now: string) => {
  const { found, earlier } = filterSessions({ sessions, query: { ...wholeAgenda, ...query }, now });
  return { ids: found.map(({ id }) => id), earlier };
};

test('days come in order, and the first is shown on a day that is none of them', () => {
  expect(listDays(sessions)).toEqual(['2025-02-01', '2025-02-02']);
  expect(find({}, '2025-01-20T12:00')).toEqual({ ids: ['opening', 'a', 'b', 'late'], earlier: 0 });
  expect(find({}, '2025-02-02T08:00').ids).toEqual(['sunday']);
  expect(find({ day: '2025-02-02' }, '2025-02-01T12:00').ids).toEqual(['sunday']);
});

test('of today only what is not over is shown, unless it is asked for or nothing is left', () => {
  expect(find({}, '2025-02-01T10:30')).toEqual({ ids: ['late'], earlier: 3 });
  expect(find({ hasEarlier: true }, '2025-02-01T10:30').ids).toHaveLength(4);
  expect(find({ from: '10:00' }, '2025-02-01T10:30').ids).toEqual(['a', 'b', 'late']);
  expect(find({}, '2025-02-01T19:00')).toEqual({ ids: ['opening', 'a', 'b', 'late'], earlier: 0 });
});

test('at one time, rooms come in the order of their numbers', () => {
  expect(find({ from: '10:00' }, '2025-01-20T12:00').ids.slice(0, 2)).toEqual(['a', 'b']);
});

test('whatever is offered for a filter finds something, as much as it says', () => {
  const optional = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);
  const query = fc.record<AgendaQuery>({
    day: optional(listDays(sessions)),
    from: optional(['09:00', '10:00', '17:00']),
    room: optional(['janson', 'K.2.9', 'K.2.10']),
    track: optional(['Go', 'Rust']),
    kind: optional(['forum', 'talk', 'workshop'] as const),
    hasEarlier: fc.constant(true),
  });
  fc.assert(
    fc.property(query, fc.constantFrom(...agendaFilters), (asked, filter) => {
      const now = '2025-02-01T10:10';
      for (const [value, offered] of listValues({ sessions, query: asked, now }, filter)) {
        const { found } = filterSessions({ sessions, query: { ...asked, [filter]: value }, now });
        const equal = found.filter((each) => valueOf(each, filter) === value);
        expect(equal).toEqual(offered);
        expect(found.length).toBeGreaterThan(0);
      }
    }),
  );
});

test.each([
  ['2025-01-20T12:00', { kind: 'before', next: 'opening' }],
  ['2025-02-01T08:00', { kind: 'on', now: [], next: ['opening'] }],
  ['2025-02-01T09:45', { kind: 'on', now: ['opening'], next: ['b', 'a'] }],
  ['2025-02-01T10:00', { kind: 'on', now: ['b', 'a'], next: ['late'] }],
  ['2025-02-01T20:00', { kind: 'between', next: 'sunday' }],
  ['2025-02-02T20:00', { kind: 'after' }],
])('at %s the programme is %o', (now, expected) => {
  const phase = findPhase(sessions, now);
  const ids = (list: readonly Session[]) => list.map(({ id }) => id);
  const told = {
    kind: phase.kind,
    ...('now' in phase ? { now: ids(phase.now) } : {}),
    ...('next' in phase ? { next: Array.isArray(phase.next) ? ids(phase.next) : (phase.next as Session).id } : {}),
  };
  expect(told).toEqual(expected);
});

test('an event without sessions has no phase', () => {
  expect(findPhase([], '2025-02-01T10:00')).toEqual({ kind: 'empty' });
});
