import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * One at a time on this machine: two builds at once would empty each other's folder. The one that waits finds the work done.
 * @param {string} folder what is built into
 * @param {() => Promise<void>} build
 */
export async function buildAlone(folder, build) {
  const lock = path.join(tmpdir(), `foyer-build-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  while (!take(lock)) await wait(200);
  try {
    await build();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    // One that was killed leaves its lock.
    if (!isAlive(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Written in two steps: empty is somebody who has just come.
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
