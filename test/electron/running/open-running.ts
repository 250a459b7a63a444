import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { buildElectron, buildRenderer, root } from '../../../build/set-up/set-up.mjs';
import { endProcess, kioskEnvironment, watchOutput, type HostProcess } from '../../end-to-end/host-process.ts';
import type { Asked } from './door.ts';

export interface RunningShell {
  readonly host: HostProcess;
  readonly dataFolder: string;
  /** Where downloads would lie. */
  readonly downloads: string;
  /** The kiosk's page as a test drives it; ask again for each test, because the watchdog opens a page anew that is too slow. */
  page(): Promise<Page>;
  ask(asked: Asked): Promise<unknown>;
  /** As a service manager: a signal, and the app's own end. */
  close(): Promise<void>;
}

interface Told {
  readonly endpoint: string;
  readonly downloads: string;
}

/** Electron's main and preload as they are shipped, bundled; and what the stand-in puts into a page's isolated world. */
export async function buildRunning(): Promise<string> {
  const tools = { root, node: process.execPath };
  await buildRenderer(tools);
  await buildElectron(tools);
  const folder = mkdtempSync(join(tmpdir(), 'foyer-preload-world-'));
  const file = join(folder, 'preload-world.js');
  const entry = join(import.meta.dirname, 'preload-world.ts');
  const lib = { entry, formats: ['iife' as const], name: 'preloadWorld' };
  const built = await build({ configFile: false, logLevel: 'warn', build: { lib, write: false, minify: false } });
  const outputs = Array.isArray(built) ? built : [built];
  const [chunk] = outputs.flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk') throw new Error('Vite wrote no script');
  writeFileSync(file, chunk.code);
  return file;
}

/** Starts `electron/dist/main.js` with the stand-in in the place of Electron. */
export function startRunning(preloadWorld: string, flags: readonly string[]): ChildProcess {
  const hooks = join(import.meta.dirname, 'hooks.ts');
  const main = join(root, 'electron', 'dist', 'main.js');
  return spawn(process.execPath, ['--import', hooks, main, ...flags], {
    cwd: root,
    env: {
      ...kioskEnvironment({ hasDisplay: false }),
      FOYER_PRELOAD_WORLD: preloadWorld,
      ...(process.env['FOYER_CHROMIUM'] !== undefined && { FOYER_CHROMIUM: process.env['FOYER_CHROMIUM'] }),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

export async function openRunning(preloadWorld: string, flags: readonly string[] = []): Promise<RunningShell> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'foyer-running-'));
  const event = join(root, 'build', 'sample-event');
  const child = startRunning(preloadWorld, ['--data', dataFolder, '--event', event, '--hub', 'none', ...flags]);
  const host = watchOutput(child);
  const answers = new Map<number, (answer: unknown) => void>();
  let lastId = 0;
  const { endpoint, downloads } = await new Promise<Told>((resolve, reject) => {
    child.on('message', (message: Told | { id: number; answered: unknown }) => {
      if ('endpoint' in message) resolve(message);
      else answers.get(message.id)?.(message.answered);
    });
    child.once('exit', () => {
      reject(new Error(`The app ended:\n${host.output()}`));
    });
  });
  const clients: { close(): Promise<void> }[] = [];
  let current: Page | null = null;
  return {
    host,
    dataFolder,
    downloads,
    async page() {
      while (current === null) {
        const client = await chromium.connectOverCDP(endpoint);
        clients.push(client);
        // None while the page is dead, and until it has been opened again.
        const found = client.contexts()[0]?.pages()[0];
        if (found?.url().startsWith('https://app.foyer.invalid/')) {
          current = found;
          found.once('crash', () => (current = null));
        } else {
          await client.close();
          await wait(200);
        }
      }
      return current;
    },
    ask(asked) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        answers.set(id, resolve);
        child.send({ id, asked });
      });
    },
    async close() {
      for (const client of clients) await client.close();
      await endProcess(child);
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
