import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Session } from '../../domain/session.ts';
import type { Shortlist } from '../../domain/shortlist.ts';
import { findClash, listTaken } from './find-clash.ts';

const session = (id: string, start: string, end: string): Session => ({
  id,
  kind: 'workshop',
  speakers: [],
  start: `2025-05-30T${start}`,
  end: `2025-05-30T${end}`,
  title: { en: id },
});
const morning = session('morning', '10:00', '11:00');
const overlapping = session('overlapping', '10:30', '11:30');
const inside = session('inside', '10:15', '10:20');
const next = session('next', '11:00', '12:00');
const all = [morning, overlapping, inside, next];

const listed = (sessions: readonly Session[], ...booked: [session: string, action: 'book' | 'wait' | 'keep'][]) => {
  const kept = booked.filter(([, action]) => action === 'keep');
  const shortlist: Shortlist = kept.map(([id]) => ({ kind: 'session', id }));
  const seats = booked.flatMap(([id, action]) => {
    const own = { id: `record of ${id}` };
    return action === 'keep'
      ? []
      : [[id, { session: id, isFree: true, isClosed: false, mine: { ...own, action } }] as const];
  });
  return listTaken({ sessions, seats: new Map(seats), shortlist });
};
const mine = (...booked: [session: string, action: 'book' | 'wait' | 'keep'][]) => listed(all, ...booked);

test('a seat at the same time is a clash, whichever of the two begins first', () => {
  expect(findClash(overlapping, mine(['morning', 'book']))).toEqual({ session: morning, action: 'book' });
  expect(findClash(morning, mine(['overlapping', 'book']))).toEqual({ session: overlapping, action: 'book' });
  expect(findClash(morning, mine(['inside', 'wait']))).toEqual({ session: inside, action: 'wait' });
  expect(findClash(morning, mine(['inside', 'keep']))).toEqual({ session: inside, action: 'keep' });
});

test('sessions that follow each other do not clash, nor one with itself, nor with what nobody took', () => {
  expect(findClash(next, mine(['morning', 'book']))).toBe(null);
  expect(findClash(morning, mine(['morning', 'book'], ['next', 'keep']))).toBe(null);
  const offered = new Map([['overlapping', { session: 'overlapping', isFree: true, isClosed: false, mine: null }]]);
  expect(findClash(morning, listTaken({ sessions: all, seats: offered, shortlist: [] }))).toBe(null);
  expect(findClash(morning, listTaken({ sessions: all, seats: null, shortlist: [] }))).toBe(null);
});

test('a seat is named before a waiting list, and both before what is only kept', () => {
  expect(findClash(morning, mine(['inside', 'wait'], ['overlapping', 'book']))?.action).toBe('book');
  expect(findClash(morning, mine(['inside', 'keep'], ['overlapping', 'wait']))?.action).toBe('wait');
  expect(mine(['morning', 'keep'], ['morning', 'book']).map(({ action }) => action)).toEqual(['book']);
});

test('a clash is found exactly where some minute is spent twice', () => {
  const minute = fc.integer({ min: 0, max: 200 });
  const time = (at: number) =>
    `${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const span = fc
    .tuple(minute, fc.integer({ min: 1, max: 60 }))
    .map(([start, length]) => [start, start + length] as const);
  const action = fc.constantFrom('book', 'wait', 'keep', null);
  fc.assert(
    fc.property(fc.array(fc.tuple(span, action), { maxLength: 6 }), span, (others, [start, end]) => {
      const sessions = others.map(([[from, to]], index) => session(`other ${index}`, time(from), time(to)));
      const booked = others.flatMap(([, how], index) => (how ? [[`other ${index}`, how] as const] : []));
      const wanted = session('wanted', time(start), time(end));
      const minutes = new Set(Array.from({ length: end - start }, (_, index) => start + index));
      const spent = others.filter(([[from, to], how]) => {
        return (
          how !== null && Array.from({ length: to - from }, (_, index) => from + index).some((at) => minutes.has(at))
        );
      });
      const order = ['book', 'wait', 'keep'] as const;
      const firmest = order.find((how) => spent.some(([, spentOn]) => spentOn === how)) ?? null;
      const taken = listed([...sessions, wanted], ...booked.map(([id, how]) => [id, how] as [string, typeof how]));
      expect(findClash(wanted, taken)?.action ?? null).toBe(firmest);
    }),
  );
});
