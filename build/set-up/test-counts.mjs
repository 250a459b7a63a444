import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Counts} one
 * @param {Counts} other
 * @returns {Counts}
 */
export function addCounts(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/**
 * @param {string} file of Vitest's JSON reporter; one that is missing or torn counts nothing
 * @returns {Counts}
 */
export function countVitest(file) {
  const report = readJson(file);
  if (report === null) return nothing;
  // A file that does not load has no tests to fail.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {string} file of Playwright's JSON reporter; one that is missing or torn counts nothing
 * @returns {Counts}
 */
export function countPlaywright(file) {
  const report = readJson(file);
  if (report === null) return nothing;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/**
 * @param {string} file that `npm run faults` wrote; one that is missing or torn counts nothing
 * @returns {Counts} each fault is a test
 */
export function countFaults(file) {
  const report = readJson(file);
  if (report === null) return nothing;
  const count = (...results) => report.faults.filter(({ result }) => results.includes(result)).length;
  return { passed: count('ok'), failed: count('failed', 'broken'), skipped: count('skipped') };
}

/**
 * @param {string} file that `npm run escape` wrote; one that is missing or torn counts nothing
 * @returns {Counts} each technique is a test; a machine that cannot try any skips one
 */
export function countEscapes(file) {
  const report = readJson(file);
  if (report === null) return nothing;
  const { tried, exits } = report;
  return { passed: tried.length - exits, failed: exits, skipped: tried.length === 0 ? 1 : 0 };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
