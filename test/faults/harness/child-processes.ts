import { existsSync, readFileSync } from 'node:fs';

/** Ids of the processes that this one has started and that still run; none where the system is not Linux. */
export function listChildren(pid: number | undefined): number[] {
  const path = `/proc/${pid ?? 0}/task/${pid ?? 0}/children`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number);
}
