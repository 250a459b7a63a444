import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cannotMount, createSmallDisk } from '../../../test/faults/harness/small-disk.ts';
import { spawnHub } from '../../embedded-hub/spawn-hub.ts';
import { openJournal } from '../../journal/open-journal.ts';
import { thisMachine } from '../../machine.ts';
import { hubScript, root } from '../../places.ts';
import { checkDisk } from '../checks/check-disk.ts';
import { checkPowerCut } from '../checks/check-power-cut.ts';
import { verdict } from '../checks/examined.fixture.ts';
import { isInUse } from '../machine/is-in-use.ts';
import { readMachine } from '../machine/read-machine.ts';
import { freeBytes, writeThrough } from '../machine/write-through.ts';
import { cutNetwork } from './cut-network.ts';
import { cutPower } from './cut-power.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-rehearsal-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const { signal } = new AbortController();
const again = [process.execPath, join(root, 'electron', 'shells', 'chromium', 'main.ts')] as const;
const logger = pino({ enabled: false });
const onLinux = process.platform === 'linux';

it.skipIf(process.platform === 'win32')(
  'a process that registers is killed three times, and nothing that it promised is lost (no SIGKILL on Windows)',
  { timeout: 60_000 },
  async () => {
    const cut = await cutPower({ folder, again, signal });
    expect(cut).toMatchObject({ lost: 0, isWhole: true, refusal: null });
    expect(cut.promised).toBeGreaterThanOrEqual(45);
  },
);

it.skipIf(!onLinux || !existsSync('/dev/shm'))(
  'a journal in memory is red, though it survives the kill',
  { timeout: 60_000 },
  async () => {
    const inMemory = mkdtempSync('/dev/shm/foyer-rehearsal-');
    try {
      const check = checkPowerCut({
        mount: readMachine(inMemory).mount,
        cutPower: () => Promise.resolve({ promised: 45, lost: 0, isWhole: true, milliseconds: 1, refusal: null }),
      });
      expect(await verdict(check)).toBe('red doctor-disk-forgets');
    } finally {
      rmSync(inMemory, { recursive: true });
    }
  },
);

it('what is registered while the line is cut is at the hub once after it was mended', { timeout: 60_000 }, async () => {
  const startHub = (flags: readonly string[]) => spawnHub(hubScript, flags, 'ignore');
  const cut = await cutNetwork({ folder, startHub, version: '0.1.0', ...thisMachine, logger, signal });
  expect(cut).toMatchObject({ promised: 3, arrived: 3 });
});

it('a kiosk’s journal is known to be in use, and nothing is left of the question', () => {
  const path = join(folder, 'journal.sqlite');
  expect(isInUse(path)).toBe(false);
  const journal = openJournal(path, logger);
  if (!journal.ok) throw new Error(journal.reason.message);
  expect(isInUse(path)).toBe(true);
  expect(journal.value.nextSequence({ event: 'e', kiosk: 'k' })).toEqual({ ok: true, value: 1 });
  journal.value.close();
  expect(isInUse(path)).toBe(false);
  expect(readdirSync(folder)).toEqual(['journal.sqlite']);
});

it.skipIf(cannotMount() !== null)(
  'a real disk that is full, then broken, then read-only is red',
  { timeout: 30_000 },
  async () => {
    const disk = createSmallDisk({ parent: folder, megabytes: 16 });
    try {
      const check = checkDisk({
        freeBytes: () => freeBytes(disk.folder),
        writeThrough: () => writeThrough(disk.folder),
        clock: thisMachine.clock,
      });
      disk.fill();
      expect(await verdict(check)).toBe('red doctor-disk-full');
      disk.free();
      // 16 MB are too few for a day, even empty.
      expect(await verdict(check)).toBe('red doctor-disk-full');
      disk.breakMedium();
      expect(await verdict(check)).toBe('red doctor-disk-read-only');
    } finally {
      disk.close();
    }
  },
);

it.skipIf(cannotMount() !== null)(
  'a rehearsal on a full disk proves nothing and says so',
  { timeout: 60_000 },
  async () => {
    const disk = createSmallDisk({ parent: folder, megabytes: 8 });
    try {
      disk.fill();
      const cut = () => cutPower({ folder: disk.folder, again, signal });
      expect(await verdict(checkPowerCut({ mount: null, cutPower: cut }))).toBe('red doctor-rehearsal-failed');
    } finally {
      disk.close();
    }
  },
);
