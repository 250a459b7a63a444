import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const main = new URL('main.ts', import.meta.url).pathname;

function run(...argv: string[]) {
  return spawnSync(process.execPath, [main, ...argv], { encoding: 'utf8' });
}

/** How long it took is the only thing that differs. */
function withoutTime(text: string): string {
  return text.replace(/in [\d.]+ s/, '');
}

it('prints its seed and replays it exactly', () => {
  const { status, stdout } = run('--runs', '20', '--seed', '7');
  expect(status).toBe(0);
  expect(stdout).toContain('seed 7\n');
  expect(stdout).toMatch(/20 runs in [\d.]+ s, 0 failed\./);
  expect(withoutTime(run('--runs', '20', '--seed', '7').stdout)).toBe(withoutTime(stdout));
  expect(withoutTime(run('--runs', '20', '--seed', '8').stdout)).not.toBe(withoutTime(stdout));
});

it('draws a seed when none is given, and prints it', () => {
  expect(run('--runs', '1').stdout).toMatch(/^seed \d+\n/);
});

it.each([['--runs', '0'], ['--runs', 'many'], ['--seed', 'x']])('ends with 2 and its usage when called as %s %s', (...argv) => {
  const { status, stderr } = run(...argv);
  expect(status).toBe(2);
  expect(stderr).toContain('--runs N');
}); // prettier-ignore
