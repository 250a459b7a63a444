import { expect, test } from 'vitest';
import { findVariants } from './letter-variants.ts';

test('a plain letter offers its marked forms, the commonest first', () => {
  expect(findVariants('e').slice(0, 4)).toEqual(['é', 'è', 'ê', 'ë']);
  expect(findVariants('n')).toContain('ñ');
  expect(findVariants('s')).toContain('ß');
});

test('a marked letter offers the second mark that Vietnamese needs', () => {
  expect(findVariants('ê')).toEqual(expect.arrayContaining(['ế', 'ề', 'ể', 'ễ', 'ệ']));
  expect(findVariants('ư')).toEqual(expect.arrayContaining(['ứ', 'ừ', 'ử', 'ữ', 'ự']));
});

test('what is not a Latin letter offers nothing', () => {
  for (const other of ['', '陳', '1', ' ', 'ab', '@']) expect(findVariants(other)).toEqual([]);
});
