import { expect, it } from 'vitest';
import { formatNumber, formatTable, reportFigure } from './report.ts';

const figure = reportFigure('start', {
  name: 'painted',
  unit: 'ms',
  values: [30, 10, 20],
  peer: { name: 'blank page', values: [8, 12] },
  goal: { atMost: 19, of: 'median' },
});

it('sets a figure beside its peer and its goal', () => {
  expect(figure).toMatchObject({
    n: 3,
    median: 20,
    min: 10,
    max: 30,
    ratio: 2,
    peer: { name: 'blank page', n: 2, median: 10 },
  });
  expect(figure.goal).toEqual({ atMost: 19, of: 'median', isMet: false });
});

it.each([
  [49, 'ratio >= 0.50x MISSED'],
  [50, 'ratio >= 0.50x met'],
])('holds a rate of %d against half of the peer’s 100', (rate, told) => {
  const ingest = reportFigure('ingest', {
    name: 'one at a time',
    unit: 'records/s',
    values: [rate],
    peer: { name: 'plain insert', values: [100] },
    goal: { atLeastOfPeer: 0.5 },
  });
  expect(ingest).toMatchObject({ ratio: rate / 100, goal: { isMet: rate >= 50 } });
  expect(formatTable([ingest])).toContain(told);
});

it('refuses a share of a peer that is not there', () => {
  expect(() =>
    reportFigure('ingest', { name: 'alone', unit: 'records/s', values: [1], goal: { atLeastOfPeer: 0.5 } }),
  ).toThrow();
});

it('holds the slowest hundredth against a goal', () => {
  const values = Array.from({ length: 101 }, (_, at) => at);
  const goalOf = (atMost: number) =>
    reportFigure('return', { name: 'answer', unit: 'ms', values, goal: { atMost, of: 'p99' } }).goal?.isMet;
  expect([goalOf(99), goalOf(98)]).toEqual([true, false]);
});

it('lines numbers up on the right', () => {
  const lone = reportFigure('size', { name: 'script', unit: 'bytes', values: [1_234_567] });
  const [headings, ...rows] = formatTable([figure, lone]).split('\n');
  const end = (headings ?? '').indexOf('median') + 'median'.length;
  const columns = rows.map((row) => row.slice(0, end).split(/ {2,}/u).at(-1));
  expect(columns).toEqual(['20', '1,234,567']);
  expect(rows[0]).toContain('median <= 19 MISSED');
});

it.each([
  [0, '0'],
  [0.00731, '0.0073'],
  [3.14159, '3.14'],
  [31.4159, '31.4'],
  [314.159, '314'],
  [31_415.9, '31,416'],
])('writes %d as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
