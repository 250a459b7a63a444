import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';

export interface UserProcess {
  readonly pid: number;
  readonly command: readonly string[];
}

/** Those of one user, by their numbers in /proc. */
export function listProcesses(uid: number): UserProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        // The folder itself belongs to root where a process may not be looked into.
        const owner = /^Uid:\s*(\d+)/mu.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
        if (owner !== String(uid)) return [];
        // Chromium writes its own processes' with spaces.
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split(/[\0 ]/u).filter(Boolean);
        return command.length === 0 ? [] : [{ pid: Number(name), command }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

/** What keeps a page's process in: a filter for system calls, and a user namespace in which it is nobody. */
export function readSandbox({ pid }: UserProcess): { readonly hasFilter: boolean; readonly isApart: boolean } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    hasFilter: /^Seccomp:\s*2$/mu.test(status),
    isApart: readlinkSync(`/proc/${pid}/ns/user`) !== readlinkSync(`/proc/${process.pid}/ns/user`),
  };
}
