import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { destination, pino } from 'pino';
import { describeOptions } from '../../config/options.ts';
import { readConfig, type Config } from '../../config/read-config.ts';
import { spawnHub } from '../../embedded-hub/spawn-hub.ts';
import { createHost, type Host } from '../../host.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { findChromium } from './find-chromium.ts';
import { keepOpen, type OpenBrowser } from './keep-open.ts';
import { startServer, type ShellServer } from './server.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const rendererFolder = join(root, 'renderer', 'dist');
const hubScript = join(root, 'hub', 'main.ts');
const defaults = { event: join(root, 'build', 'sample-event'), data: join(root, '.foyer') };

const help = `The kiosk in the system's Chromium. Without a display it only serves, and prints the address.

${describeOptions(defaults)}

Exit codes: 0 stopped, 1 could not start, 2 wrong options.`;

const exitCodes = { stopped: 0, notStarted: 1, wrongOptions: 2 };
const random = (size: number) => randomBytes(size);
// The log goes beside the one line that other programs read.
const logger = pino(destination({ fd: process.stderr.fd, sync: true }));

async function start(argv: string[]): Promise<number> {
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
  const shell = { name: 'chromium' as const, startHub: (flags: readonly string[]) => spawnHub(hubScript, flags) };
  const now = () => new Date().toISOString();
  const parts = { clock: () => performance.now(), now, random, logger };
  const host = await createHost({ config: config.value, shell, ...parts });
  if (!host.ok) return complain(exitCodes.notStarted, host.reason.message);
  try {
    return await run(config.value, host.value);
  } finally {
    await host.value.close();
  }
}

async function run(config: Config, host: Host): Promise<number> {
  const stopped = nextSignal();
  const withWindow = hasDisplay();
  let server: ShellServer;
  try {
    const { port, camera } = config;
    const reusableTickets = !withWindow;
    server = await startServer({ bridge: host.bridge, rendererFolder, port, reusableTickets, camera, random, logger });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return complain(
      exitCodes.notStarted,
      `Port ${config.port} cannot be used: ${reason}. Leave --port out to take a free one.`,
    );
  }
  try {
    const browser = withWindow ? await openBrowser(config, server) : null;
    if (withWindow && browser === null) {
      return complain(
        exitCodes.notStarted,
        'No Chromium was found. Install Chromium or Chrome, or name the program with --chromium.',
      );
    }
    if (browser === null)
      console.log('There is no display: Foyer only serves. Open the address in a browser on this machine.');
    console.log(`Foyer is ready: ${server.createAddress()}`);
    host.goOnline();
    await Promise.race([stopped, ...(browser === null ? [] : [browser.closed])]);
    await browser?.close();
    return exitCodes.stopped;
  } finally {
    await server.close();
  }
}

async function openBrowser(config: Config, server: ShellServer): Promise<OpenBrowser | null> {
  const program = config.chromium ?? (await findChromium(process.env['PATH'] ?? ''));
  if (program === null || !existsSync(program)) return null;
  const profile = join(config.data, 'chromium');
  const asRoot = process.getuid?.() === 0;
  if (asRoot)
    console.error('Chromium runs without its sandbox, because this is root. Use an ordinary user at an event.');
  const { window, camera } = config;
  return keepOpen({
    program,
    createArguments: () => chromiumArguments({ address: server.createAddress(), profile, window, camera, asRoot }),
    untilClosed: window,
    logger,
  });
}

/** macOS and Windows always have one. */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? '') || Boolean(process.env['WAYLAND_DISPLAY'] ?? '');
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

function complain(code: number, ...messages: string[]): number {
  for (const message of messages) console.error(message);
  return code;
}

process.exitCode = await start(process.argv.slice(2));
