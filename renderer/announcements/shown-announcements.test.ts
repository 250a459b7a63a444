import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Announcement } from '../../domain/announcement.ts';
import { listShown, noteSeen } from './shown-announcements.ts';

const announcement = (id: string, changes: Partial<Announcement> = {}): Announcement => ({
  id,
  text: { en: id },
  level: 'calm',
  minutes: 10,
  ...changes,
});
const minute = 60_000;
const idsOf = ({ announcements }: ReturnType<typeof listShown>) => announcements.map(({ id }) => id);

test('each is shown for its minutes from when this page first had it', () => {
  const [short, long] = [announcement('short', { minutes: 1 }), announcement('long')];
  let seen = noteSeen(new Map(), [long], 0);
  seen = noteSeen(seen, [short, long], 5 * minute);
  expect(listShown([short, long], seen, 5 * minute)).toMatchObject({ nextChange: minute });
  expect(idsOf(listShown([short, long], seen, 6 * minute - 1))).toEqual(['short', 'long']);
  expect(idsOf(listShown([short, long], seen, 6 * minute))).toEqual(['long']);
  expect(listShown([short, long], seen, 10 * minute)).toEqual({ announcements: [], nextChange: null });
});

test('one that was taken back is forgotten', () => {
  const one = announcement('one');
  const seen = noteSeen(noteSeen(new Map(), [one], 0), [], minute);
  expect(seen.size).toBe(0);
});

test('urgent ones come first, and the others stay as they were', () => {
  const all = [announcement('a'), announcement('b', { level: 'urgent' }), announcement('c')];
  expect(idsOf(listShown(all, noteSeen(new Map(), all, 0), 0))).toEqual(['b', 'a', 'c']);
});

test('nothing is shown longer than it may be, and there is always a next change while something is', () => {
  const entry = fc.record({ minutes: fc.integer({ min: 1, max: 720 }), since: fc.nat(1e7) });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), fc.nat(1e8), (entries, now) => {
      const all = entries.map(({ minutes }, index) => announcement(`A${index}`, { minutes }));
      const seen = new Map(entries.map(({ since }, index) => [`A${index}`, since]));
      const { announcements, nextChange } = listShown(all, seen, now);
      for (const [index, { minutes, since }] of entries.entries()) {
        const isShown = announcements.some(({ id }) => id === `A${index}`);
        expect(isShown).toBe(now < since + minutes * minute);
      }
      expect(nextChange === null).toBe(announcements.length === 0);
      if (nextChange !== null) expect(nextChange).toBeGreaterThan(0);
    }),
  );
});
