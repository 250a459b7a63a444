import type { App, BrowserWindow as RealBrowserWindow, IpcMain } from 'electron';
import { pino } from 'pino';
import { beforeEach, expect, it } from 'vitest';
import { createElectronStandIn, type ElectronStandIn } from '../../../test/electron/stand-in.ts';
import { createWindowClass } from '../../../test/electron/stand-in-window.ts';
import { ok } from '../../../domain/result.ts';
import type { PageWindow } from '../../health/page-window.ts';
import { openWindow } from './open-window.ts';

let electron: ElectronStandIn;
let window: ReturnType<typeof createWindow>;
let opened: PageWindow;
let deaths: string[];
let log: string;

beforeEach(() => {
  electron = createElectronStandIn();
  window = createWindow();
  deaths = [];
  log = '';
  opened = openWindow({
    app: electron.module.app as unknown as App,
    ipcMain: electron.module.ipcMain as unknown as IpcMain,
    window: window as unknown as RealBrowserWindow,
    call: () => Promise.resolve(ok('answered')),
    logger: pino({}, { write: (line) => (log += line) }),
  });
  opened.onDeath((death) => deaths.push(death));
});

function createWindow() {
  const { BrowserWindow } = createWindowClass(() => undefined);
  return new BrowserWindow({});
}

it('shows the page that is asked for', () => {
  opened.open('kiosk');
  expect(window.loaded).toEqual(['foyer://app/index.html']);
  expect(window.webContents.crashes).toBe(0);
});

it('ends the page that was there before it shows another, and that is no death to be told', () => {
  opened.open('kiosk');
  opened.open('resting');
  expect(window.webContents.crashes).toBe(1);
  expect(window.loaded.at(-1)).toBe('foyer://app/resting.html');
  expect(deaths).toEqual([]);
});

it.each(['crashed', 'oom', 'killed', 'integrity-failure', 'launch-failed'])(
  'tells of a page that is gone (%s)',
  (reason) => {
    opened.open('kiosk');
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
    expect(deaths).toEqual(['page-gone']);
    expect(log).toContain(reason);
    expect(window.loaded, 'what comes next is the watchdog’s').toHaveLength(1);
  },
);

it('ends no page that is gone already', () => {
  opened.open('kiosk');
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  opened.open('kiosk');
  expect(window.webContents.crashes).toBe(0);
  expect(window.loaded).toHaveLength(2);
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  expect(deaths).toEqual(['page-gone', 'page-gone']);
});

it('notes a process of the browser that ended, which Chromium starts again', () => {
  electron.module.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5 });
  expect(log).toContain('"type":"GPU"');
  expect(deaths).toEqual([]);
});

it('measures all processes together, in megabytes', async () => {
  electron.module.app.metrics = [{ memory: { workingSetSize: 2048 } }, { memory: { workingSetSize: 512 } }];
  await expect(opened.measureMemory()).resolves.toBe(2.5);
});

it('ends once', async () => {
  await opened.close();
  await opened.close();
  expect(window.did).toEqual(['destroy']);
});
