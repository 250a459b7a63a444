import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { browserProcessId } from './browser.ts';

interface Measured {
  readonly pid: number;
  readonly parent: number;
  /** As Electron names them. */
  readonly type: string;
  /** Kilobytes. */
  readonly memory: { readonly workingSetSize: number };
}

const types: Readonly<Record<string, string>> = {
  renderer: 'Tab',
  'gpu-process': 'GPU',
  utility: 'Utility',
  zygote: 'Zygote',
};

/** From Linux's own account of processes; elsewhere, nothing. */
export function measureProcesses(): Omit<Measured, 'parent'>[] {
  const all = process.platform === 'linux' ? readdirSync('/proc').flatMap((name) => readProcess(Number(name))) : [];
  const ours = new Set([browserProcessId()]);
  // A process stands behind its parent's number only by custom; so until nothing more is found.
  for (let size = 0; size < ours.size;) {
    size = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  return all.filter(({ pid }) => ours.has(pid)).map(({ pid, type, memory }) => ({ pid, type, memory }));
}

function readProcess(pid: number): Measured[] {
  if (!Number.isInteger(pid)) return [];
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const type = /--type=([\w-]+)/u.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1] ?? '';
    const number = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
    return [
      { pid, parent: number('PPid'), type: types[type] ?? 'Browser', memory: { workingSetSize: number('VmRSS') } },
    ];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
