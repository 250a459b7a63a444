import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Logger } from 'pino';
import { describeCommands, runKioskCommand } from '../../command/run-kiosk-command.ts';
import type { CommandShell } from '../../command/kiosk-command.ts';
import { terminal } from '../../command/terminal.ts';
import { describeOptions } from '../../config/options.ts';
import { readConfig, type Config } from '../../config/read-config.ts';
import { spawnHub } from '../../embedded-hub/spawn-hub.ts';
import { exitCodeHelp, exitCodes, type ExitCode } from '../../exit-codes.ts';
import { logToTerminal, openLog } from '../../logging/open-log.ts';
import { thisMachine } from '../../machine.ts';
import { hubScript, root } from '../../places.ts';
import { startKiosk, type KioskShell } from '../../start-kiosk.ts';
import { openExaminationIn } from './open-examination.ts';
import { openWindow } from './open-window.ts';

const rendererFolder = join(root, 'renderer', 'dist');
const defaults = { event: join(root, 'build', 'sample-event'), data: join(root, '.foyer') };

const help = `The kiosk in the system's Chromium. Without a display it only serves, and prints the address.

${describeOptions(defaults)}

Commands, in place of options; --help explains each:

${describeCommands()}

${exitCodeHelp}`;

async function start(argv: string[]): Promise<number> {
  const command = await runKioskCommand({
    ...{ argv, environment: process.env, workingFolder: process.cwd(), defaults, shell: commandShell },
    ...terminal,
  });
  if (command !== null) return command;
  if (argv.includes('--help')) {
    console.log(help);
    return exitCodes.stopped;
  }
  const sources = { argv, environment: process.env, workingFolder: process.cwd(), defaults };
  const config = readConfig({ ...sources, unknownFlags: 'refuse' });
  if (!config.ok) return complain(exitCodes.wrongOptions, ...config.reason);
  if (!existsSync(join(rendererFolder, 'index.html'))) {
    return complain(exitCodes.notStarted, 'The screens are not built yet. Run `npm start`, or `npm run build` once.');
  }
  const end = Promise.withResolvers<ExitCode>();
  onSignal(() => {
    end.resolve(exitCodes.stopped);
  });
  const log = openLog({ config: config.value, clock: thisMachine.clock });
  const { logger } = log;
  const shell = createShell({ config: config.value, logger, end: end.resolve });
  const kiosk = await startKiosk({ config: config.value, shell, machine: thisMachine, logger });
  if (!kiosk.ok) return complain(exitCodes.notStarted, kiosk.reason.message);
  const code = await end.promise;
  await kiosk.value.close();
  await log.close();
  return code;
}

const commandShell: CommandShell = {
  name: 'chromium',
  startHub: (flags) => spawnHub(hubScript, flags, 'ignore'),
  again: [process.execPath, process.argv[1] ?? ''],
  openExamination: ({ chromium }) =>
    openExaminationIn({
      rendererFolder,
      chromium,
      hasDisplay: hasDisplay(),
      random: thisMachine.random,
      logger: logToTerminal(),
    }),
};

interface ShellParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly end: (code: ExitCode) => void;
}

function createShell({ config, logger, end }: ShellParts): KioskShell {
  const hasWindow = hasDisplay();
  return {
    name: 'chromium',
    startHub: (flags) => spawnHub(hubScript, flags),
    hasWindow,
    canRestart: config.supervised ?? Boolean(process.env['NOTIFY_SOCKET']),
    openWindow: (call) =>
      openWindow({
        call,
        config,
        rendererFolder,
        random: thisMachine.random,
        logger,
        hasDisplay: hasWindow,
        say: console.log,
        onClosed() {
          end(exitCodes.stopped);
        },
      }),
    restart() {
      end(exitCodes.startAgain);
    },
  };
}

/** macOS and Windows always have one. Under Wayland it is the X server that the compositor brings (Xwayland). */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? '');
}

function onSignal(listener: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, listener);
}

function complain(code: number, ...messages: string[]): number {
  for (const message of messages) console.error(message);
  return code;
}

process.exitCode = await start(process.argv.slice(2));
