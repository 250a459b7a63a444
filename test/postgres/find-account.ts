import { readFileSync } from 'node:fs';
import process from 'node:process';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** In order of preference. */
const names = ['postgres', 'nobody'];

/** Who runs the server: PostgreSQL refuses to run as root. Null when this process is not root and may run it itself. */
export function findAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of names) {
    const [, , uid, gid] = accounts.find(([known]) => known === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(`This is root, PostgreSQL refuses to run as root, and there is no user ${names.join(' or ')}.`);
}
