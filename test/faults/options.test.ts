import { expect, it } from 'vitest';
import { listFaults } from './list-faults.ts';
import { help, readOptions } from './options.ts';

const faults = listFaults();
const read = (...argv: string[]) => readOptions(argv, faults);
const usual = { seed: null, only: null, isShort: false, runs: null, out: 'faults.json' };

it('takes every option, and none is needed', () => {
  expect(read()).toEqual({ ok: true, value: usual });
  const argv = ['--seed', '7', '--only', 'clocks', '--only', 'upgrade', '--short', '--runs', '3', '--out', 'x.json'];
  const value = { seed: '7', only: ['clocks', 'upgrade'], isShort: true, runs: 3, out: 'x.json' };
  expect(read(...argv)).toEqual({ ok: true, value });
  expect(read('--help', '--short')).toEqual({ ok: true, value: 'help' });
});

it.each([
  [['--only', 'sunshine'], '"sunshine"'],
  [['--runs', '0'], '--runs'],
  [['--runs', 'many'], '--runs'],
  [['--speed', '7'], '--speed'],
  [['clocks'], 'clocks'],
])('refuses %j and names what is wrong', (argv, words) => {
  const answer = read(...argv);
  expect(answer.ok ? '' : answer.reason).toContain(words);
});

it('explains every fault and option', () => {
  const text = help(faults);
  for (const { name } of faults) expect(text).toContain(`  ${name} (×`);
  for (const option of ['--seed', '--only', '--short', '--runs', '--out', '--help']) expect(text).toContain(option);
});

it('gives every fault a name of its own and something to do in one of the forms', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  for (const { runs } of faults) expect(runs.usual + runs.short).toBeGreaterThan(0);
});
