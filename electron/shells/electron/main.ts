import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import { app, BrowserWindow, clipboard, ipcMain, Menu, protocol, session, utilityProcess } from 'electron';
import { destination, pino } from 'pino';
import { describeOptions } from '../../config/options.ts';
import { readConfig, type Config } from '../../config/read-config.ts';
import { forkHub } from '../../embedded-hub/fork-hub.ts';
import { createHost } from '../../host.ts';
import { pageHeaders } from '../page-headers.ts';
import { guardPages, guardSession } from './guards.ts';
import { serveBridge } from './ipc.ts';
import { scheme, startPage } from './page.ts';
import { recoverPage } from './recovery.ts';
import { pageScheme, servePage } from './scheme.ts';
import { openKioskWindow } from './window.ts';
import { openWindowsQueues } from './windows-queue/windows-queues.ts';

// Bundled, this file is electron/dist/main.js.
const root = join(import.meta.dirname, '..', '..');
const rendererFolder = join(root, 'renderer', 'dist');
const preload = join(import.meta.dirname, 'preload.cjs');
const hubScript = join(import.meta.dirname, 'hub.js');
const defaults = {
  event: join(root, 'build', 'sample-event'),
  data: app.isPackaged ? join(app.getPath('appData'), 'Foyer') : join(root, '.foyer'),
};

const help = `The kiosk in Electron.

${describeOptions(defaults)}

Exit codes: 0 stopped, 1 could not start, 2 wrong options.`;

const exitCodes = { stopped: 0, notStarted: 1, wrongOptions: 2 };
const logger = pino(destination({ fd: process.stderr.fd, sync: true }));

function main(): void {
  const argv = process.argv.slice(1);
  if (argv.includes('--help')) {
    console.log(help);
    app.exit(exitCodes.stopped);
    return;
  }
  const sources = { argv, environment: process.env, workingFolder: process.cwd(), defaults };
  const config = readConfig({ ...sources, unknownFlags: 'ignore' });
  if (!config.ok) {
    stop(exitCodes.wrongOptions, ...config.reason);
    return;
  }
  prepare(config.value);
  if (!app.requestSingleInstanceLock()) {
    stop(exitCodes.notStarted, `Another kiosk uses the data folder ${config.value.data}. Choose another with --data.`);
    return;
  }
  // Not awaited at the top: Electron is ready only after this module has been evaluated.
  app
    .whenReady()
    .then(() => open(config.value))
    .catch((error: unknown) => {
      logger.error({ err: error }, 'the kiosk could not start');
      app.exit(exitCodes.notStarted);
    });
}

/** What Electron takes only before it is ready. */
function prepare({ data }: Config): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([pageScheme]);
  Menu.setApplicationMenu(null);
  // The lock lies in it too, so one data folder has one kiosk.
  app.setPath('userData', join(data, 'electron'));
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  guardPages(app);
}

async function open(config: Config): Promise<void> {
  guardSession(session.defaultSession, { camera: config.camera });
  const host = await createHost({
    config,
    shell: {
      name: 'electron',
      forgetVisit() {
        clipboard.clear();
      },
      startHub: (flags) => forkHub(utilityProcess, hubScript, flags),
    },
    printers: openWindowsQueues(config.printers, { platform: process.platform, Window: BrowserWindow }),
    clock: () => performance.now(),
    now: () => new Date().toISOString(),
    random: (size) => randomBytes(size),
    logger,
  });
  if (!host.ok) {
    stop(exitCodes.notStarted, host.reason.message);
    return;
  }
  const isQuitting = closeWithApp(() => host.value.close());
  protocol.handle(scheme, servePage({ folder: rendererFolder, headers: pageHeaders({ camera: config.camera }) }));
  const window = openKioskWindow({ BrowserWindow, preload, isOrdinary: config.window, isQuitting });
  serveBridge({ ipcMain, contents: window.webContents, bridge: host.value.bridge, logger });
  const load = () => {
    window.loadURL(startPage).catch((error: unknown) => {
      logger.error({ err: error }, 'the page could not be loaded');
    });
  };
  const wait = (milliseconds: number, then: () => void) => setTimeout(then, milliseconds);
  recoverPage({ contents: window.webContents, load, wait });
  app.on('second-instance', () => {
    window.focus();
  });
  window.webContents.once('did-finish-load', () => {
    host.value.goOnline();
  });
  load();
}

/** Electron ends only after the host has. @returns whether the end has begun */
function closeWithApp(close: () => Promise<void>): () => boolean {
  let isQuitting = false;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    close()
      .catch((error: unknown) => {
        logger.error({ err: error }, 'the host did not close well');
      })
      .finally(() => {
        app.exit(exitCodes.stopped);
      });
  });
  return () => isQuitting;
}

function stop(code: number, ...messages: string[]): void {
  for (const message of messages) console.error(message);
  app.exit(code);
}

main();
