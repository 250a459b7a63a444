import { expect, test } from 'vitest';
import { findGrowth, judgeSlopes } from './judge.ts';
import type { Sample } from './measure.ts';
import { plot } from './plot.ts';
import { formatGrowth, formatVerdicts } from './report.ts';

/** 2,000 visitors in half an hour, looked at after each 20. @param leak megabytes an hour in the page */
function run(leak: number, { dies = 0 } = {}): Sample[] {
  return Array.from({ length: 101 }, (_, place) => {
    const visitors = place * 20;
    const hours = visitors / 4000;
    const warm = Math.min(visitors, 100) / 10;
    return {
      at: hours * 3_600_000,
      visitors,
      born: visitors < dies ? 1 : 2,
      pid: 7,
      pageHeap: 20 + (visitors < dies ? 30 : 0) + warm + leak * hours + (place % 3) * 0.01,
      nodes: 500,
      listeners: 300,
      renderer: 200,
      browser: 400,
      hostHeap: 40 + warm,
      host: 150,
      handles: 12,
      openFiles: 40,
      journal: visitors / 500,
      journalLog: 4,
    };
  });
}

const judge = (samples: Sample[]) => judgeSlopes(findGrowth(samples, 150), { isShort: false });

test('what arrives while it warms up is no leak, and neither is a page that died', () => {
  expect(judge(run(0)).map(({ isMet }) => isMet)).toEqual([true, true]);
  expect(judge(run(0, { dies: 240 })).map(({ isMet }) => isMet)).toEqual([true, true]);
});

test('a page that keeps 2 MB an hour misses the goal, and the host does not', () => {
  const verdicts = judge(run(2));
  expect(verdicts.map(({ isMet }) => isMet)).toEqual([false, true]);
  expect(verdicts[0]?.found).toBe('2.00 MB an hour');
  expect(formatVerdicts(verdicts)).toMatch(/^MISSED.*page.*\nmet .*host/u);
});

test('growth by hour, by 1,000 visitors and by the hour of a kiosk that serves 50', () => {
  const [page] = findGrowth(run(2), 150);
  expect(page?.perHour?.slope).toBeCloseTo(2, 1);
  expect(page?.perThousandVisitors?.slope).toBeCloseTo(0.5, 1);
  expect(page?.perKioskHour).toBeCloseTo(0.025, 2);
});

test('too few samples are no proof', () => {
  expect(judge(run(0).slice(0, 5)).map(({ isMet, found }) => [isMet, found])).toEqual([
    [false, 'too few samples'],
    [false, 'too few samples'],
  ]);
});

test('the table names every quantity and the plot shows where it rose', () => {
  const samples = run(2);
  const table = formatGrowth(findGrowth(samples, 150));
  expect(table.split('\n')).toHaveLength(12);
  expect(table).toMatch(/page, heap after GC, MB +20\.00 +31\.\d\d +\+2\.0\d/u);
  const lines = plot(samples, 'pageHeap', 'page').split('\n');
  expect(lines[1]).toMatch(/31\.\d │ +•/u);
  expect(lines[8]).toMatch(/22\.0 │•/u);
});
