import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PageDeath, PageWindow } from '../../health/page-window.ts';
import { createPageWindow } from './page-window.ts';

let folder: string;
let starts: string;
let deaths: PageDeath[];
let closed: number;
const windows: PageWindow[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-window-'));
  starts = join(folder, 'starts');
  writeFileSync(starts, '');
  deaths = [];
  closed = 0;
});
afterEach(async () => {
  await Promise.all(windows.splice(0).map((window) => window.close()));
  rmSync(folder, { recursive: true, force: true });
});

const staysOpen = 'setInterval(() => {}, 1000);';

/** Node in the browser's place: notes its start, then does what it is told. */
function create({ behaviour = staysOpen, isOrdinary = false, program = process.execPath } = {}): PageWindow {
  const note = `require('node:fs').appendFileSync(process.argv[1], process.pid + ' ' + process.argv[2] + '\\n');`;
  const window = createPageWindow({
    program,
    origin: 'http://127.0.0.1:4000',
    createArguments: (page) => ['-e', `${note}${behaviour}`, starts, page],
    isOrdinary,
    onClosed: () => (closed += 1),
    logger: pino({ enabled: false }),
  });
  window.onDeath((death) => {
    deaths.push(death);
  });
  windows.push(window);
  return window;
}

function readStarts(): { pid: number; page: string }[] {
  const lines = readFileSync(starts, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => line.split(' ')).map(([pid, page = '']) => ({ pid: Number(pid), page }));
}

const patient = { timeout: 15_000, interval: 20 };
const started = (times: number) => expect.poll(() => readStarts().length, patient).toBe(times);

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('shows one page after the other, and ends the one before, also when it hangs', async () => {
  const window = create();
  window.open('kiosk');
  await started(1);
  const { pid = 0 } = readStarts()[0] ?? {};
  process.kill(pid, 'SIGSTOP');
  window.open('resting');
  await started(2);
  expect(readStarts().map(({ page }) => page)).toEqual(['kiosk', 'resting']);
  expect(isRunning(pid)).toBe(false);
  expect(deaths, 'nobody is told of a death that was asked for').toEqual([]);
});

it('shows only the last of pages that are asked for at once', async () => {
  const window = create();
  window.open('kiosk');
  window.open('resting');
  window.open('kiosk');
  await started(1);
  expect(readStarts()[0]?.page).toBe('kiosk');
});

it('tells of a browser that dies, whatever its exit code, and of one that does not start', async () => {
  const window = create({ behaviour: '' });
  window.open('kiosk');
  await expect.poll(() => deaths, patient).toEqual(['browser-gone']);
  create({ program: join(folder, 'missing') }).open('kiosk');
  await expect.poll(() => deaths, patient).toEqual(['browser-gone', 'browser-gone']);
});

it('lets a person close an ordinary window, and tells when it crashed', async () => {
  create({ behaviour: '', isOrdinary: true }).open('kiosk');
  await expect.poll(() => closed, patient).toBe(1);
  create({ behaviour: 'process.exitCode = 139;', isOrdinary: true }).open('kiosk');
  await expect.poll(() => deaths, patient).toEqual(['browser-gone']);
  expect(closed).toBe(1);
});

it('is closed with its host', async () => {
  const window = create();
  window.open('kiosk');
  await started(1);
  await window.close();
  expect(isRunning(readStarts()[0]?.pid ?? 0)).toBe(false);
  window.open('kiosk');
  appendFileSync(starts, '');
  expect(readStarts()).toHaveLength(1);
  expect(deaths).toEqual([]);
});
