import { expect, it } from 'vitest';
import { formatFaults, judgeOutcome, type ReportedFault } from './report.ts';
import { createTally } from './tally.ts';

const clean = { promised: 3, lost: [], doubled: [], foreign: [] };

it('adds up what the rounds brought', () => {
  const tally = createTally();
  tally.run();
  tally.run();
  tally.add(clean);
  tally.add({ promised: 2, lost: ['a'], doubled: ['b', 'c'], foreign: ['d'] });
  tally.stuck('a queue waits');
  tally.note('quick');
  const note = 'quick; lost a; doubled b; doubled c; nobody entered d; a queue waits';
  expect(tally.outcome()).toEqual({ runs: 2, promised: 5, lost: 1, doubled: 2, stuck: 2, note });
});

it('holds only where nothing was lost, doubled or stuck, and something was done', () => {
  const outcome = { runs: 1, promised: 1, lost: 0, doubled: 0, stuck: 0, note: '' };
  expect(judgeOutcome(outcome)).toBe('ok');
  for (const fault of [{ lost: 1 }, { doubled: 1 }, { stuck: 1 }, { runs: 0 }]) {
    expect(judgeOutcome({ ...outcome, ...fault })).toBe('failed');
  }
});

it('shows every fault in a line of its own, and why one was not injected', () => {
  const faults: ReportedFault[] = [
    { fault: 'one', seconds: 1.25, result: 'ok', runs: 2, promised: 3, lost: 0, doubled: 0, stuck: 0, note: 'quick' },
    { fault: 'other', seconds: 0, result: 'skipped', reason: 'no server' },
  ];
  expect(formatFaults(faults).split('\n')).toEqual([
    'fault  runs  promised  lost  doubled  stuck  seconds  result   note',
    'one       2         3     0        0      0      1.3  ok       quick',
    'other                                            0.0  skipped  no server',
  ]);
});
