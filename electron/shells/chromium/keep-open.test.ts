import { appendFileSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepOpen, type OpenBrowser } from './keep-open.ts';

const logger = pino({ enabled: false });
let folder: string;
let starts: string;
const open: OpenBrowser[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-browser-'));
  starts = join(folder, 'starts');
  writeFileSync(starts, '');
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((browser) => browser.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** Node in the browser's place: notes its start, then does what it is told. */
function keep({ behaviour, untilClosed = false }: { behaviour: string; untilClosed?: boolean }): OpenBrowser {
  let ticket = 0;
  const note = `require('node:fs').appendFileSync(process.argv[1], process.pid + ' ' + process.argv[2] + '\\n');`;
  const browser = keepOpen({
    program: process.execPath,
    createArguments: () => ['-e', `${note}${behaviour}`, starts, `ticket-${(ticket += 1)}`],
    untilClosed,
    logger,
    firstPause: 1,
  });
  open.push(browser);
  return browser;
}

function readStarts(): { pid: number; ticket: string }[] {
  const lines = readFileSync(starts, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => line.split(' ')).map(([pid, ticket = '']) => ({ pid: Number(pid), ticket }));
}

/** Until the browser has been started that often. */
async function started(times: number): Promise<void> {
  const watcher = watch(starts);
  try {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (readStarts().length >= times) resolve();
      };
      watcher.on('change', look);
      look();
    });
  } finally {
    watcher.close();
  }
}

const staysOpen = 'setInterval(() => {}, 1000);';

it('opens again, with a new ticket, a browser that dies', async () => {
  keep({ behaviour: staysOpen });
  await started(1);
  process.kill(readStarts()[0]?.pid ?? 0, 'SIGKILL');
  await started(2);
  expect(readStarts().map(({ ticket }) => ticket)).toEqual(['ticket-1', 'ticket-2']);
});

it('opens again a browser that ends, whatever its exit code', async () => {
  keep({ behaviour: 'process.exitCode = process.argv[2].endsWith("2") ? 1 : 0;' });
  await started(4);
});

it('lets a person close a window', async () => {
  const browser = keep({ behaviour: '', untilClosed: true });
  await browser.closed;
  expect(readStarts()).toHaveLength(1);
});

it('opens again a window that crashed', async () => {
  keep({ behaviour: 'process.exitCode = 139;', untilClosed: true });
  await started(2);
});

it('is closed with its host and not opened again', async () => {
  const browser = keep({ behaviour: staysOpen });
  await started(1);
  await browser.close();
  await browser.closed;
  expect(() => process.kill(readStarts()[0]?.pid ?? 0, 0)).toThrow('ESRCH');
  expect(readStarts()).toHaveLength(1);
});

it('ends the wait before the next start when it is closed', async () => {
  const browser = keepOpen({
    program: join(folder, 'missing'),
    createArguments: () => [],
    untilClosed: false,
    logger,
    firstPause: 600_000,
  });
  await browser.close();
  appendFileSync(starts, '');
  expect(readStarts()).toEqual([]);
});
