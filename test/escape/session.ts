import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { findChromium } from '../../build/chromium.mjs';
import { endProcess, waitForOutput, watchOutput } from '../end-to-end/host-process.ts';
import { root } from '../end-to-end/shells.ts';
import { watchTargets, type BrowserTargets } from './browser-targets.ts';
import { runProgram } from './run-program.ts';
import { listWindows } from './screen.ts';

export const sessionNames = ['cage', 'x'] as const;
export type SessionName = (typeof sessionNames)[number];

export interface SessionKind {
  readonly name: SessionName;
  /** Without the one policy that keeps every debugger out of the page. */
  readonly isInspected: boolean;
}

export interface Session {
  /** Of the browser's profile: where the suite gets at it. */
  readonly portFile: string;
  /** `:N` of the X server that plays the screen. */
  readonly display: string;
  readonly targets: BrowserTargets;
  /** What host and session wrote. */
  readonly output: () => string;
  close(): Promise<void>;
}

/** A kiosk's proportions, small enough for a software renderer on two cores. */
export const screen = { width: 540, height: 960 };

/** Debian's `nobody`: an ordinary user, so that Chromium's sandbox is on. */
const user = 65534;

const lockDown = join('build', 'lock-down', 'linux');

/** The kiosk on a screen of its own. Whatever a visitor leaves is wiped after ten seconds, so that the attract screen comes back. */
export async function openSession({ name, isInspected }: SessionKind): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-escape-'));
  chmodSync(folder, 0o755);
  const server = await startXServer();
  const children: ChildProcess[] = [server.process];
  // A suite that is ended from outside leaves no kiosk behind.
  const endNow = () => {
    for (const child of children) signalGroup(child, 'SIGKILL');
    server.process.kill('SIGKILL');
  };
  process.once('exit', endNow);
  try {
    // Something to get at, if there is a way: under cage nothing else can be on the screen.
    if (name !== 'cage') {
      const decoy = ['-center', '-buttons', 'out', 'You are out of the kiosk.'];
      children.push(spawn('xmessage', decoy, { env: { ...process.env, DISPLAY: server.display }, stdio: 'ignore' }));
    }
    const kiosk = watchOutput(startKiosk({ name, isInspected, folder, display: server.display }));
    children.push(kiosk.process);
    await waitForOutput(kiosk, /Foyer is ready/u);
    if (name === 'cage') await fillScreen(server.display);
    const portFile = join(folder, 'data', 'chromium', 'DevToolsActivePort');
    const targets = watchTargets(portFile);
    return {
      portFile,
      display: server.display,
      targets,
      output: kiosk.output,
      async close() {
        targets.close();
        await endAll(children);
        process.off('exit', endNow);
        rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
      },
    };
  } catch (error) {
    await endAll(children);
    throw error;
  }
}

/** Last come, first to go. The kiosk's own group is asked first, then made to. */
async function endAll(children: readonly ChildProcess[]): Promise<void> {
  for (const child of children.toReversed()) {
    signalGroup(child, 'SIGTERM');
    await endProcess(child);
    await wait(child.stdout === null ? 0 : 1500);
    signalGroup(child, 'SIGKILL');
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It leads no group, or the group is gone.
  }
}

async function startXServer(): Promise<{ display: string; process: ChildProcess }> {
  const size = `${screen.width}x${screen.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-ac', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (chunk: Buffer) => {
      resolve(`:${chunk.toString().trim()}`);
    });
    server.once('exit', () => {
      reject(new Error('Xvfb did not start'));
    });
  });
  return { display, process: server };
}

interface KioskParts extends SessionKind {
  readonly folder: string;
  readonly display: string;
}

/**
 * As installed: the policies lie in /etc/chromium, the program is out of the user's reach, and the session's own script starts it. All
 * of it in a mount namespace, so that this machine stays as it was.
 */
function startKiosk({ name, isInspected, folder, display }: KioskParts): ChildProcess {
  const application = join(folder, 'app');
  const [data, runtime] = ['data', 'runtime'].map((each) => join(folder, each)) as [string, string];
  for (const each of [application, data, runtime]) mkdirSync(each);
  for (const each of [data, runtime]) {
    chownSync(each, user, user);
    chmodSync(each, 0o700);
  }
  const program = writeProgram({ folder, application, data });
  const sessionScripts = join(application, lockDown, 'session');
  const command =
    name === 'cage' ? [join(sessionScripts, 'foyer-session')] : [join(sessionScripts, 'x-client'), program];
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: data,
    XDG_RUNTIME_DIR: runtime,
    DISPLAY: display,
    FOYER_SESSION: 'cage',
    FOYER_PROGRAM: program,
    ...(name === 'cage' ? { XDG_SESSION_TYPE: 'wayland', WLR_BACKENDS: 'x11', WLR_RENDERER: 'pixman' } : {}),
  };
  const script = `set -e
mkdir -p /etc/chromium
mount -t tmpfs -o mode=755 tmpfs /etc/chromium
mkdir -p /etc/chromium/policies/managed
grep -v '${isInspected ? 'DeveloperToolsAvailability' : '^$'}' "$1/${lockDown}/policies/foyer.json" > /etc/chromium/policies/managed/foyer.json
mount --bind "$1" "$2"
shift 2
exec setpriv --reuid=${user} --regid=${user} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"`;
  return spawn(
    'unshare',
    ['--mount', '--propagation=private', 'sh', '-c', script, 'sh', root, application, ...command],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: a service manager ends the session and all that it started.
      detached: true,
    },
  );
}

/** What /usr/bin/foyer is on an installed machine. The suite's own ears in Chromium are the one difference. */
function writeProgram({ folder, application, data }: { folder: string; application: string; data: string }): string {
  const chromium = join(folder, 'chromium');
  writeFileSync(
    chromium,
    `#!/bin/sh\nexec "${findChromium() ?? 'chromium'}" "$@" --remote-debugging-port=0 --force-prefers-reduced-motion\n`,
    { mode: 0o755 },
  );
  const event = join(folder, 'event');
  cpSync(join(root, 'build', 'sample-event'), event, { recursive: true });
  // The attract screen draws a new way every five seconds; without a plan it stands still, and any change on it is somebody's doing.
  rmSync(join(event, 'floorplan.geojson'));
  const flags = [
    ...['--data', data, '--event', event, '--hub', 'none', '--chromium', chromium],
    ...['--idle-warn-after-seconds', '5', '--idle-wipe-after-seconds', '5'],
  ];
  const main = join(application, 'electron', 'shells', 'chromium', 'main.ts');
  const node = join(application, process.execPath.slice(root.length));
  const program = join(folder, 'foyer');
  const interpreter = process.execPath.startsWith(root) ? node : process.execPath;
  writeFileSync(program, `#!/bin/sh\nexec "${interpreter}" "${main}" ${flags.map((flag) => `"${flag}"`).join(' ')}\n`, {
    mode: 0o755,
  });
  return program;
}

/** cage under X opens a window of 1024 × 720; a screen has no edge beside it. */
async function fillScreen(display: string): Promise<void> {
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    const id = (await listWindows(display))[0]?.id;
    if (id !== undefined) {
      await runProgram(
        'xdotool',
        ['windowmove', id, '0', '0', 'windowsize', id, String(screen.width), String(screen.height), 'windowfocus', id],
        display,
      );
      return;
    }
    await wait(100);
  }
  throw new Error('cage opened no window');
}

/** In words, what this machine lacks; null when nothing. */
export function cannotRun(names: readonly SessionName[]): string | null {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0)
    return 'it needs root, which makes the private place for the policies and becomes an ordinary user';
  if (findChromium() === null) return 'no Chromium is here';
  const programs = [
    'Xvfb',
    'xdotool',
    'import',
    'setpriv',
    'unshare',
    ...new Set(names.flatMap((name) => programsOf[name])),
  ];
  const folders = (process.env['PATH'] ?? '').split(':');
  const missing = programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  return missing.length === 0 ? null : `this machine lacks ${missing.join(', ')}`;
}

const programsOf = {
  cage: ['cage'],
  x: ['matchbox-window-manager', 'setxkbmap', 'xset', 'xmessage'],
};
