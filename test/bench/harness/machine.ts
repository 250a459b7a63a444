import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import process from 'node:process';
import { findChromium } from '../../../build/chromium.mjs';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  /** Of the folder for temporary files, where journals and profiles lie; null where it cannot be asked. */
  readonly fileSystem: string | null;
  readonly node: string;
  readonly chromium: string | null;
  /** Processes that wanted a core in the last minute, before the first figure: more than 0.5 means that others were at work. */
  readonly loadBefore: number;
}

export function describeMachine(): Machine {
  const chromium = findChromium();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    fileSystem: findFileSystem(tmpdir()),
    node: process.version,
    chromium: chromium === null ? null : execFileSync(chromium, ['--version'], { encoding: 'utf8' }).trim(),
    loadBefore: loadavg()[0] ?? 0,
  };
}

/** A file system in memory would make every commit look free. */
function findFileSystem(folder: string): string | null {
  if (process.platform !== 'linux') return null;
  const mounts = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, place = '/missing']) => place === '/' || folder === place || folder.startsWith(`${place}/`));
  const nearest = mounts.toSorted(([, one = ''], [, other = '']) => other.length - one.length)[0];
  return nearest?.[2] ?? null;
}
