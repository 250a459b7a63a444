import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-clock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const day = 86_400_000;

function ask(shift: number, script: string): unknown {
  const file = join(folder, 'clock');
  writeFileSync(file, String(shift));
  const hook = join(import.meta.dirname, 'shifted-clock.ts');
  const env = { ...process.env, FOYER_TEST_CLOCK: file };
  return JSON.parse(
    execFileSync(process.execPath, ['--import', hook, '--eval', script], { env, encoding: 'utf8' }),
  ) as unknown;
}

it.each([-day, 0, day])('shifts every way to ask for the time by %d ms', (shift) => {
  const script =
    'console.log(JSON.stringify([Date.now(), +new Date(), Date.parse(Date()), +new (class extends Date {})()]))';
  const before = Date.now() + shift;
  for (const time of ask(shift, script) as number[]) {
    expect(time).toBeGreaterThan(before - 2000);
    expect(time).toBeLessThan(Date.now() + shift + 2000);
  }
});

it('leaves given times and durations alone', () => {
  const script = `const start = performance.now(); console.log(JSON.stringify([+new Date(5), Date.UTC(1970, 0, 2), new Date() instanceof Date, performance.now() - start < 1000]))`;
  expect(ask(day, script)).toEqual([5, day, true, true]);
});

it('turns while the program runs', () => {
  const file = JSON.stringify(join(folder, 'clock'));
  const script = `const fs = process.getBuiltinModule('node:fs'); const a = Date.now(); fs.writeFileSync(${file}, '-${day}'); console.log(JSON.stringify(a - Date.now() > ${day} - 5000))`;
  expect(ask(0, script)).toBe(true);
});
