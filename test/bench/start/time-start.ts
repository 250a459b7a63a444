import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setInterval } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { endProcess } from '../../end-to-end/host-process.ts';
import { root } from '../../end-to-end/shells.ts';
import { findClockOrigin, readClock } from '../harness/clock.ts';

export interface Starter {
  /** Arguments of Node: a program that opens a Chromium with a DevTools port on a page with an `.attract` button. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Chromium's own. */
  readonly profile: string;
}

/** Milliseconds from spawning the program. */
export interface Start {
  /** Until the button's first frame, as the page's Largest Contentful Paint entries have it. */
  readonly painted: number;
  /** Until a press on it, given as soon as Playwright found it to be steady, had brought the next screen. */
  readonly answered: number;
}

export async function timeStart({ command, environment, profile }: Starter): Promise<Start> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const began = readClock();
  const host = spawn(process.execPath, command, { cwd: root, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  host.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  try {
    const port = await readPort(portFile, () => {
      if (host.exitCode !== null) throw new Error(`The program ended before it opened a browser:\n${complaints}`);
    });
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('The browser has no window.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const button = page.locator('button.attract');
    await button.waitFor();
    const painted = (await readFirstPaint(page)) - began;
    await button.click();
    await page.locator('.language').waitFor();
    const answered = readClock() - began;
    await browser.close();
    return { painted, answered };
  } finally {
    await endProcess(host);
  }
}

/** Chromium writes it when it listens. */
async function readPort(file: string, check: () => void): Promise<string> {
  for await (const _ of setInterval(5)) {
    check();
    const [port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port) return port;
  }
  throw new Error('unreachable');
}

/** On the machine's clock. The page kept the entries, so it does not matter when it is asked. */
async function readFirstPaint(page: Page): Promise<number> {
  const at = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as LargestContentfulPaint[]) {
            if (entry.element?.closest('.attract')) resolve(entry.startTime);
          }
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  return at + (await page.evaluate(findClockOrigin));
}
