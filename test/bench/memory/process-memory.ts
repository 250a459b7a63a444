import { readFileSync } from 'node:fs';
import process from 'node:process';

/** A million bytes. */
export const megabyte = 1_000_000;

/** In bytes. `own` counts a page shared by several processes in proportion (PSS), `resident` counts it whole in each (RSS). */
export interface ProcessMemory {
  readonly resident: number;
  readonly own: number;
}

export function readProcessMemory(pid: number): ProcessMemory {
  if (process.platform !== 'linux')
    throw new Error('The memory of another process is read from /proc, which is only on Linux.');
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(rollup)?.[1]) * 1024;
  return { resident: read('Rss'), own: read('Pss') };
}

/** Of those that live. A browser learns a moment later than the system that one of its processes has ended, and another ends meanwhile. */
export function readLivingProcesses(pids: readonly number[]): ProcessMemory[] {
  return pids.flatMap((pid) => {
    try {
      return [readProcessMemory(pid)];
    } catch (error) {
      if (hasEnded(error)) return [];
      throw error;
    }
  });
}

/** ESRCH: one that nobody has waited for yet. */
function hasEnded(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');
}
