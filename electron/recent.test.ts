import { expect, it } from 'vitest';
import { createRecent } from './recent.ts';

it('remembers the last ones, whatever is said again of them', () => {
  const recent = createRecent<number>(3);
  for (const [value, id] of ['a', 'b', 'a', 'c'].entries()) recent.set(id, value);
  expect(['a', 'b', 'c'].map((id) => recent.get(id))).toEqual([2, 1, 3]);
  recent.set('d', 4);
  expect(['a', 'b', 'c', 'd'].map((id) => recent.has(id))).toEqual([false, true, true, true]);
});
