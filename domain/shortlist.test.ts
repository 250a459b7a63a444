import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drop, holds, keep, keyOf, type Shortlist, type ShortlistEntry } from './shortlist.ts';

const entry = fc.record<ShortlistEntry>({
  kind: fc.constantFrom('job', 'company', 'session'),
  id: fc.constantFrom('a', 'b', 'c 1', 'c'),
});

test('a shortlist is a set that remembers its order', () => {
  const step = fc.tuple(fc.constantFrom(keep, drop), entry);
  fc.assert(
    fc.property(fc.array(step), entry, (steps, asked) => {
      const real = steps.reduce<Shortlist>((shortlist, [change, each]) => change(shortlist, each), []);
      const naive = new Set<string>();
      for (const [change, each] of steps) {
        if (change === keep) naive.add(keyOf(each));
        else naive.delete(keyOf(each));
      }
      expect(real.map(keyOf)).toEqual([...naive]);
      expect(holds(real, asked)).toBe(naive.has(keyOf(asked)));
    }),
  );
});

test('a job and a company of the same id are two entries', () => {
  const both = keep(keep([], { kind: 'job', id: 'x' }), { kind: 'company', id: 'x' });
  expect(both).toHaveLength(2);
  expect(drop(both, { kind: 'job', id: 'x' })).toEqual([{ kind: 'company', id: 'x' }]);
});
