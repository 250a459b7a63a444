import { expect, it } from 'vitest';
import type { Problem } from '../../domain/pack/problem.ts';
import { describeProblems, describeTallies } from './describe-problems.ts';

function unknownFunction(row: number): Problem {
  const message = `"team ${row}" is not a function of the event and is left out.`;
  return { severity: 'warning', file: 'jobs.csv', row, column: 'function', message, instead: 'Write design.' };
}
const nameless: Problem = {
  severity: 'error',
  file: 'jobs.csv',
  row: 7,
  column: 'title_en',
  message: 'A value is missing.',
  instead: 'Write it.',
};

it('tells thousands of like problems in two lines', () => {
  const problems = [nameless, ...Array.from({ length: 3000 }, (_, at) => unknownFunction(at + 2))];
  expect(describeProblems(problems).split('\n')).toEqual([
    'jobs.csv (1 error, 3000 warnings)',
    '  error    jobs.csv, row 7, column title_en: A value is missing. Write it.',
    '  warning  jobs.csv, row 2, column function: "team 2" is not a function of the event and is left out. Write design.',
    '           and 2999 more like it: rows 3, 4, 5, 6, 7, 8, 9, 10 …',
    '',
    '1 error, 3000 warnings.',
  ]);
});

it('tells a few one by one', () => {
  expect(describeProblems([2, 3, 4].map(unknownFunction)).match(/is left out/g)).toHaveLength(3);
});

it('counts what was left out of which file, and why', () => {
  const tallies = [
    { file: 'jobs.jsonl', records: 1288, taken: 138, leftOut: { 'not asked for by "where"': 1147, repeated: 3 } },
    { file: 'agenda.csv', records: 12, taken: 12, leftOut: {} },
  ];
  expect(describeTallies(tallies)).toBe(
    [
      'file        records  taken  left out',
      'jobs.jsonl     1288    138  1147 not asked for by "where", 3 repeated',
      'agenda.csv       12     12  -',
    ].join('\n'),
  );
  expect(describeTallies(tallies.slice(1))).toBe('');
});
