import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './root.ts';

/** 2025-05-30, the day of the model event: for sources without a history. */
const otherwise = 1_748_563_200;

/**
 * When the sources were changed last, so that the same sources make the same package: SOURCE_DATE_EPOCH, or the last commit.
 * @returns seconds since 1970
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function readEpoch(): number {
  const given = process.env['SOURCE_DATE_EPOCH'] ?? '';
  if (/^\d+$/u.test(given)) return Number(given);
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return /^\d+\s*$/u.test(stdout) ? Number(stdout) : otherwise;
}
