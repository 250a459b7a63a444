import { expect, it } from 'vitest';
import { createStandMatcher } from './match-stands.ts';

const match = createStandMatcher([
  'A01',
  'A02',
  '7.1 A-051 B-050',
  '7.1 C-010',
  '8.1 C-010',
  '7.1 D-041g E-040g',
  'X-1',
  'X1',
]);

it.each([
  ['as the plan has it', 'A01', ['A01']],
  ['in small letters, with a dash', 'a-02', ['A02']],
  ['with its numbers the other way round', '7.1 B050/A051', ['7.1 A-051 B-050']],
  ['by one of its numbers', '7.1 B050', ['7.1 A-051 B-050']],
  ['without anything between its numbers', '7.1 D041gE040g', ['7.1 D-041g E-040g']],
  ['by the numbers of two stands', '7.1 B050/A051/C010', ['7.1 A-051 B-050', '7.1 C-010']],
  ['by a number that two stands have', 'C010', []],
  ['by what two stands would be written as', 'x_1', []],
  ['by one number of two that nobody has', '7.1 C010/Z99', []],
  ['by nothing', ' ', []],
])('finds a stand written %s', (_how, written, labels) => {
  expect(match(written)).toEqual(labels);
});
