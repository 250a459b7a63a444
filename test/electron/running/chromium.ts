import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { findChromium } from '../../../build/chromium.mjs';
import { connectDevTools, type DevTools } from './devtools.ts';

export interface RunningChromium {
  readonly devTools: DevTools;
  readonly processId: number;
  /** Where another client may attach beside us: the test's Playwright. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Headless, because Electron's own window is not what this can show; otherwise with the switches that the app asked for. */
export async function launchChromium(parts: {
  readonly profile: string;
  readonly switches: readonly string[];
}): Promise<RunningChromium> {
  const program = findChromium();
  if (program === null) throw new Error('No Chromium is here; npm start installs one.');
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    program,
    [
      '--headless=new',
      '--remote-debugging-pipe',
      '--remote-debugging-port=0',
      '--no-startup-window',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-breakpad',
      '--use-fake-device-for-media-stream',
      '--hide-scrollbars',
      `--user-data-dir=${parts.profile}`,
      ...(isRoot ? ['--no-sandbox'] : []),
      ...parts.switches,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const exit = once(child, 'exit');
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const devTools = connectDevTools({ input, output });
  await devTools.send('Browser.getVersion');
  return {
    devTools,
    processId: child.pid ?? 0,
    endpoint: await readEndpoint(join(parts.profile, 'DevToolsActivePort')),
    async close() {
      // As the real one's windows do, it ends with its host: the pipe breaks.
      input.end();
      await exit;
    },
  };
}

/** Chromium writes the port that it took, and the path, each on a line. */
async function readEndpoint(file: string): Promise<string> {
  while (!existsSync(file) || readFileSync(file, 'utf8').split('\n').length < 2) await wait(20);
  const [port = '', path = ''] = readFileSync(file, 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}
