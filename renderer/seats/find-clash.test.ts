import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Session } from '../../domain/session.ts';
import { findClash } from './find-clash.ts';

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

const mine = (...taken: [session: string, action: 'book' | 'wait'][]) =>
  new Map(taken.map(([id, action]) => [id, { session: id, isFree: true, mine: { id: `record of ${id}`, action } }]));

test('a seat at the same time is a clash, whichever of the two begins first', () => {
  expect(findClash(overlapping, all, mine(['morning', 'book']))).toEqual({ session: morning, action: 'book' });
  expect(findClash(morning, all, mine(['overlapping', 'book']))).toEqual({ session: overlapping, action: 'book' });
  expect(findClash(morning, all, mine(['inside', 'wait']))).toEqual({ session: inside, action: 'wait' });
});

test('sessions that follow each other do not clash, nor one with itself', () => {
  expect(findClash(next, all, mine(['morning', 'book']))).toBe(null);
  expect(findClash(morning, all, mine(['morning', 'book'], ['next', 'book']))).toBe(null);
  expect(
    findClash(morning, all, new Map([['overlapping', { session: 'overlapping', isFree: true, mine: null }]])),
  ).toBe(null);
});

test('a seat is named before a waiting list', () => {
  expect(findClash(morning, all, mine(['inside', 'wait'], ['overlapping', 'book']))?.action).toBe('book');
});

test('two sessions clash both ways or not at all', () => {
  const minute = fc.integer({ min: 0, max: 23 * 60 + 58 });
  const time = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const span = fc
    .tuple(minute, fc.integer({ min: 1, max: 60 }))
    .map(([start, length]) => [time(start), time(Math.min(start + length, 23 * 60 + 59))] as const);
  fc.assert(
    fc.property(span, span, (one, other) => {
      const [first, second] = [session('first', ...one), session('second', ...other)];
      const forth = findClash(first, [first, second], mine(['second', 'book']));
      const back = findClash(second, [first, second], mine(['first', 'book']));
      expect(forth === null).toBe(back === null);
    }),
  );
});
