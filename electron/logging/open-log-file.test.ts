import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLogFile, type LogFile } from './open-log-file.ts';

let folder: string;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-log-'));
  now = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = (changes: { folder?: string; files?: number } = {}): LogFile =>
  openLogFile({
    folder: join(folder, 'logs'),
    name: 'kiosk.log',
    megabytes: 1,
    files: 2,
    clock: () => now,
    ...changes,
  });

const read = (name = 'kiosk.log') => readFileSync(join(folder, 'logs', name), 'utf8');

it('keeps what was written, also over a restart, for nobody else to read', async () => {
  for (const line of ['one\n', 'two\n']) {
    const log = open();
    log.write(line);
    await log.close();
  }
  expect(read()).toBe('one\ntwo\n');
  expect(statSync(join(folder, 'logs', 'kiosk.log')).mode & 0o077).toBe(0);
});

it('begins another file when one is full, and keeps no more than it is told', async () => {
  const line = `${'x'.repeat(64 * 1024 - 1)}\n`;
  for (let round = 0; round < 6; round += 1) {
    const log = open();
    for (let each = 0; each < 17; each += 1) {
      log.write(line);
      await new Promise(setImmediate);
    }
    await log.close();
  }
  const names = readdirSync(join(folder, 'logs')).filter((name) => name.startsWith('kiosk.log'));
  expect(names.toSorted()).toEqual(['kiosk.log', 'kiosk.log.1', 'kiosk.log.2']);
  for (const name of names) expect(statSync(join(folder, 'logs', name)).size).toBeLessThan(3 * 1024 * 1024);
});

it('is silent about a folder that cannot be written, and tries again after a minute', async () => {
  writeFileSync(join(folder, 'logs'), 'no folder');
  const log = open();
  log.write('lost\n');
  await new Promise((resolve) => setTimeout(resolve, 50));
  rmSync(join(folder, 'logs'));
  now += 59_000;
  log.write('lost, too\n');
  now += 2000;
  log.write('kept\n');
  await log.close();
  expect(read()).toBe('kept\n');
});

it.runIf(process.platform === 'linux')('outlives a full disk', async () => {
  // The kernel's own full disk: every write to it fails with ENOSPC.
  chmodSync(folder, 0o700);
  const logs = join(folder, 'logs');
  const first = open();
  await first.close();
  rmSync(logs, { recursive: true, force: true });
  const log = open();
  log.write('room\n');
  await log.close();
  rmSync(join(logs, 'kiosk.log'));
  symlinkSync('/dev/full', join(logs, 'kiosk.log'));
  const full = open();
  for (let each = 0; each < 20; each += 1) {
    full.write('lost\n');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  rmSync(join(logs, 'kiosk.log'));
  now += 61_000;
  full.write('kept\n');
  await full.close();
  expect(read()).toBe('kept\n');
});
