import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { app, BrowserWindow, clipboard, ipcMain, Menu, protocol, session, utilityProcess } from 'electron';
import { ok } from '../../../domain/result.ts';
import type { PageCall } from '../../bridge/bridge-door.ts';
import type { CommandShell } from '../../command/kiosk-command.ts';
import { describeCommands, namesCommand, runKioskCommand } from '../../command/run-kiosk-command.ts';
import { terminal } from '../../command/terminal.ts';
import { describeOptions } from '../../config/options.ts';
import { readConfig, type Config } from '../../config/read-config.ts';
import { forkHub } from '../../embedded-hub/fork-hub.ts';
import { exitCodeHelp, exitCodes, type ExitCode } from '../../exit-codes.ts';
import type { PageWindow } from '../../health/page-window.ts';
import { logToTerminal, openLog } from '../../logging/open-log.ts';
import { thisMachine } from '../../machine.ts';
import { root } from '../../places.ts';
import { startKiosk, type KioskShell } from '../../start-kiosk.ts';
import { pageHeaders } from '../page-headers.ts';
import { guardPages, guardSession } from './guards.ts';
import { scheme } from './page.ts';
import { openExaminationIn } from './open-examination.ts';
import { openWindow } from './open-window.ts';
import { isStartedAgain } from './restart.ts';
import { pageScheme, servePage } from './scheme.ts';
import { complaintAboutSandbox, ownArguments } from './switches.ts';
import { openKioskWindow } from './window.ts';
import { openWindowsQueues } from './windows-queue/windows-queues.ts';

// Bundled, this file is electron/dist/main.js.
const rendererFolder = join(root, 'renderer', 'dist');
const preload = join(import.meta.dirname, 'preload.cjs');
const hubScript = join(import.meta.dirname, 'hub.js');
const defaults = {
  event: join(root, 'build', 'sample-event'),
  data: app.isPackaged ? join(app.getPath('appData'), 'Foyer') : join(root, '.foyer'),
};

const help = `The kiosk in Electron.

${describeOptions(defaults)}

Commands, in place of options; --help explains each:

${describeCommands()}

${exitCodeHelp}`;

/** What a quit ends with. */
let exitCode: ExitCode = exitCodes.stopped;
/** In the data folder as well, once it is known which. */
let logger = logToTerminal();

function main(): void {
  const argv = process.argv.slice(1);
  const { isPackaged } = app;
  const workingFolder = process.cwd();
  const own = ownArguments({ argv, isPackaged, script: import.meta.filename, workingFolder });
  if (namesCommand(own)) {
    runCommand(own);
    return;
  }
  if (argv.includes('--help')) {
    console.log(help);
    app.exit(exitCodes.stopped);
    return;
  }
  const sources = { argv: own, environment: process.env, workingFolder, defaults };
  const config = readConfig({ ...sources, unknownFlags: 'refuse' });
  if (!config.ok) {
    stop(exitCodes.wrongOptions, ...config.reason);
    return;
  }
  const complaint = complaintAboutSandbox(app);
  if (complaint !== null) {
    stop(exitCodes.wrongOptions, complaint);
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

/** `foyer doctor` and its like, beside a kiosk that may be running: in a profile of its own. */
function runCommand(argv: string[]): void {
  const scratch = mkdtempSync(join(tmpdir(), 'foyer-command-'));
  prepare({ data: scratch });
  app.on('window-all-closed', () => undefined);
  app
    .whenReady()
    .then(async () => {
      const surroundings = { environment: process.env, workingFolder: process.cwd(), defaults, shell: commandShell };
      const code = await runKioskCommand({ argv, ...surroundings, ...terminal });
      rmSync(scratch, { recursive: true, force: true });
      app.exit(code ?? exitCodes.wrongOptions);
    })
    .catch((error: unknown) => {
      logger.error({ err: error }, 'the command failed');
      app.exit(exitCodes.notStarted);
    });
}

const commandShell: CommandShell = {
  name: 'electron',
  startHub: (flags) => forkHub(utilityProcess, hubScript, flags),
  again: [process.execPath, ...(app.isPackaged ? [] : [import.meta.filename])],
  printers: (config) => openWindowsQueues(config.printers, { platform: process.platform, Window: BrowserWindow }),
  openExamination: ({ camera }) =>
    openExaminationIn({
      ...{ rendererFolder, ipcMain, logger, hasSandbox: complaintAboutSandbox(app) === null },
      openWindow() {
        guardSession(session.defaultSession, { camera });
        protocol.handle(scheme, servePage({ folder: rendererFolder, headers: pageHeaders({ camera }) }));
        return openKioskWindow({ BrowserWindow, preload, isOrdinary: false, isQuitting: () => true });
      },
    }),
};

/** What Electron takes only before it is ready. */
function prepare({ data }: Pick<Config, 'data'>): void {
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
  const log = openLog({ config, clock: thisMachine.clock });
  ({ logger } = log);
  guardSession(session.defaultSession, { camera: config.camera });
  let close: () => Promise<void> = () => Promise.resolve();
  const isQuitting = closeWithApp(() => close());
  const kiosk = await startKiosk({ config, shell: createShell({ config, isQuitting }), machine: thisMachine, logger });
  if (!kiosk.ok) {
    stop(exitCodes.notStarted, kiosk.reason.message);
    return;
  }
  close = async () => {
    await kiosk.value.close();
    await log.close();
  };
}

function createShell({ config, isQuitting }: { config: Config; isQuitting: () => boolean }): KioskShell {
  return {
    name: 'electron',
    forgetVisit() {
      clipboard.clear();
    },
    startHub: (flags) => forkHub(utilityProcess, hubScript, flags),
    printers: openWindowsQueues(config.printers, { platform: process.platform, Window: BrowserWindow }),
    hasWindow: true,
    canRestart: true,
    openWindow: (call) => Promise.resolve(ok(showPages(call, { config, isQuitting }))),
    restart() {
      const { isPackaged } = app;
      if (!isStartedAgain({ isPackaged, platform: process.platform, environment: process.env })) app.relaunch();
      exitCode = exitCodes.startAgain;
      app.quit();
    },
  };
}

function showPages(call: PageCall, { config, isQuitting }: { config: Config; isQuitting: () => boolean }): PageWindow {
  protocol.handle(scheme, servePage({ folder: rendererFolder, headers: pageHeaders({ camera: config.camera }) }));
  const window = openKioskWindow({ BrowserWindow, preload, isOrdinary: config.window, isQuitting });
  return openWindow({ app, ipcMain, window, call, logger });
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
        app.exit(exitCode);
      });
  });
  return () => isQuitting;
}

function stop(code: number, ...messages: string[]): void {
  for (const message of messages) console.error(message);
  app.exit(code);
}

main();
