import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** A process and all that it began, the parents first; itself alone where there is no /proc. */
export function listTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of listProcesses()) {
    const parent = readParent(pid);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [root];
  // The list grows while it is walked.
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** Ends each at once: a page that was stopped does not notice that its browser is gone. */
export function killTree(root: number): void {
  for (const pid of listTree(root)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

/**
 * Resident megabytes: what each process has for itself, and once what the first shares with the others. Null where there is no /proc.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html resident and shared, in pages
 */
export function measureTree(root: number): number | null {
  const sizes = listTree(root).flatMap((pid) => readSize(pid) ?? []);
  const [first] = sizes;
  if (first === undefined) return null;
  const bytes = sizes.reduce((sum, { resident, shared }) => sum + resident - shared, first.shared);
  return bytes / 1024 / 1024;
}

/** Of every Linux machine that Chromium runs on. */
const pageBytes = 4096;

function readSize(pid: number): { resident: number; shared: number } | null {
  const [, resident, shared] = read(`/proc/${pid}/statm`)?.split(' ').map(Number) ?? [];
  if (resident === undefined || shared === undefined) return null;
  return { resident: resident * pageBytes, shared: shared * pageBytes };
}

function listProcesses(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** The fourth field; the second, in brackets, may hold spaces and brackets. */
function readParent(pid: number): number | null {
  const stat = read(`/proc/${pid}/stat`);
  const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return Number.isInteger(parent) ? parent : null;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
