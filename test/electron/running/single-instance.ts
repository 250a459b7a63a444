import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

type OnSecond = (argv: string[], workingDirectory: string) => void;

/**
 * One a folder of user data, as Electron's. The second start leaves its arguments in a file, which the first one watches for.
 * @returns whether this is the first
 */
export function takeLock(userData: string, onSecond: OnSecond): boolean {
  const folder = join(userData, 'second-instances');
  const lock = join(userData, 'first-instance');
  mkdirSync(folder, { recursive: true });
  if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')))) {
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify([process.argv, process.cwd()]));
    return false;
  }
  writeFileSync(lock, String(process.pid));
  watch(folder, () => {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      try {
        const [argv, workingDirectory] = JSON.parse(readFileSync(file, 'utf8')) as [string[], string];
        rmSync(file);
        onSecond(argv, workingDirectory);
      } catch {
        // Not yet whole: its last byte wakes us again.
      }
    }
  }).unref();
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
