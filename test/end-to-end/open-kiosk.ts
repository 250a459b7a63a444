import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { _electron, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../build/chromium.mjs';
import type { ShellName } from '../../electron/bridge/greet.ts';
import { endProcess, kioskEnvironment, waitForOutput, watchOutput, type HostProcess } from './host-process.ts';
import { listShells, root } from './shells.ts';

export interface KioskOptions {
  /** The first that this machine has, if none is given. */
  readonly shell?: ShellName;
  /** Beside `--data`, and `--event` and `--hub none` unless they are among them. */
  readonly flags?: readonly string[];
  /** In CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Of the browser that the test puts on a Chromium kiosk; a file that it films, for one. */
  readonly browserFlags?: readonly string[];
  /** One that a kiosk had before; it stays when this one closes. */
  readonly dataFolder?: string;
}

export interface Kiosk {
  readonly shell: ShellName;
  readonly page: Page;
  readonly host: HostProcess;
  readonly dataFolder: string;
  /** Ends page and host, and removes the data folder unless it was given. */
  close(): Promise<void>;
}

type Opened = Pick<Kiosk, 'page' | 'host' | 'close'>;

interface Launch {
  readonly flags: readonly string[];
  readonly viewport: { readonly width: number; readonly height: number };
  readonly browserFlags: readonly string[];
  /** Of a browser of its own. */
  readonly profile: string;
}

/** The kiosk's own screen. */
export const portrait = { width: 1080, height: 1920 };

/** Starts the real host as a process of its own and puts a page on it that a test can drive. */
export async function openKiosk(options: KioskOptions = {}): Promise<Kiosk> {
  const shell = options.shell ?? listShells()[0];
  if (shell === undefined) throw new Error('No shell is here: neither a Chromium nor the Electron binary.');
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'foyer-kiosk-'));
  const given = options.flags ?? [];
  const isEventGiven = given.some((flag) => flag === '--event' || flag.startsWith('--event='));
  // A test that is not about the hub starts none.
  const isHubGiven = given.some((flag) => flag === '--hub' || flag.startsWith('--hub='));
  const launch = {
    flags: [
      ...['--data', dataFolder],
      ...(isEventGiven ? [] : ['--event', join(root, 'build', 'sample-event')]),
      ...(isHubGiven ? [] : ['--hub', 'none']),
      ...given,
    ],
    viewport: options.viewport ?? portrait,
    browserFlags: options.browserFlags ?? [],
    profile: join(dataFolder, 'test-browser'),
  };
  const opened = shell === 'electron' ? await openInElectron(launch) : await openInChromium(launch);
  return {
    ...opened,
    shell,
    dataFolder,
    async close() {
      await opened.close();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openInChromium({ flags, viewport, browserFlags, profile }: Launch): Promise<Opened> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium is here; npm start installs one.');
  const main = join(root, 'electron', 'shells', 'chromium', 'main.ts');
  const host = watchOutput(
    spawn(process.execPath, [main, ...flags], {
      cwd: root,
      env: kioskEnvironment({ hasDisplay: false }),
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  try {
    const address = await waitForOutput(host, /Foyer is ready: (\S+)/u);
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      viewport,
      hasTouch: true,
      args: [...browserFlags],
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(address);
    return {
      page,
      host,
      async close() {
        await context.close();
        await endProcess(host.process);
      },
    };
  } catch (error) {
    // Nobody else knows of a host whose browser did not open.
    await endProcess(host.process);
    throw error;
  }
}

async function openInElectron({ flags, viewport }: Launch): Promise<Opened> {
  const app = await _electron.launch({
    args: [join(root, 'electron', 'dist', 'main.js'), '--window', ...flags],
    cwd: root,
    env: kioskEnvironment({ hasDisplay: true }),
    // Playwright leaves Chromium's sandbox out unless it is asked for; root cannot have it.
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  await page.setViewportSize(viewport);
  return { page, host: watchOutput(app.process()), close: () => app.close() };
}
