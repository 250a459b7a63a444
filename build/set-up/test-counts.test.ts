import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addCounts, countEscapes, countFaults, countPlaywright, countVitest, nothing } from './test-counts.mjs';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-counts-'));
  file = join(folder, 'report.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('counts what Vitest ran, and a file that did not load as a failure', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'failed', assertionResults: [] },
  ];
  const report = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 3, numTodoTests: 1, testResults };
  writeFileSync(file, JSON.stringify(report));
  expect(countVitest(file)).toEqual({ passed: 2, failed: 2, skipped: 4 });
});

it('counts what Playwright ran, and an error outside of any test as a failure', () => {
  writeFileSync(file, JSON.stringify({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 }, errors: [{}] }));
  expect(countPlaywright(file)).toEqual({ passed: 6, failed: 3, skipped: 3 });
});

it('counts the faults that held, and one that the harness could not inject as a failure', () => {
  const faults = ['ok', 'ok', 'failed', 'broken', 'skipped'].map((result) => ({ fault: 'one', result }));
  writeFileSync(file, JSON.stringify({ seed: '7', faults }));
  expect(countFaults(file)).toEqual({ passed: 2, failed: 2, skipped: 1 });
});

it('counts techniques that stayed in the kiosk, and a suite that could not run as skipped', () => {
  writeFileSync(file, JSON.stringify({ seed: '7', exits: 1, tried: [{}, {}, {}] }));
  expect(countEscapes(file)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  writeFileSync(file, JSON.stringify({ seed: '7', exits: 0, tried: [] }));
  expect(countEscapes(file)).toEqual({ passed: 0, failed: 0, skipped: 1 });
});

it('counts nothing where no report was written', () => {
  expect(countVitest(file)).toEqual(nothing);
  expect(countPlaywright(file)).toEqual(nothing);
  expect(countFaults(file)).toEqual(nothing);
  expect(countEscapes(file)).toEqual(nothing);
});

it('adds up', () => {
  const sum = addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
  expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
