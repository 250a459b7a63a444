import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setInterval, setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { watchdogLimits } from '../../../electron/health/watchdog-rules.ts';
import { listTree } from '../../../electron/shells/chromium/process-tree.ts';
import { openShell, type OpenShell, type Starter } from '../start/open-shell.ts';

/** A kiosk in its own Chromium, with its watchdog. */
export interface WatchedKiosk {
  readonly shell: OpenShell;
  /** Process of the browser, of its page, and of its GPU. */
  findProcesses(): { readonly browser: number; readonly page: number; readonly gpu: number };
  /** Runs something in the page as it is now. */
  inPage<Answer>(task: (page: Page) => Promise<Answer>): Promise<Answer>;
  /** Resolves when the attract screen is there to be touched, in whatever browser there is then. */
  untilTouchable(): Promise<void>;
  /** Until the page has stood so long that the watchdog counts it as settled. */
  untilSettled(): Promise<void>;
  /** Calls a verb of the bridge from the page, as its own screens do. */
  call(verb: string, input?: unknown): Promise<unknown>;
  /** Until the kiosk has met its hub, or has lost it. */
  untilOnline(): Promise<void>;
  untilOffline(): Promise<void>;
  killHub(): void;
  close(): Promise<void>;
}

/** Milliseconds; far above the 10 s that are promised, so that a slow recovery is a figure and not a failure. */
const patience = 90_000;

export async function openWatchedKiosk(starter: Starter): Promise<WatchedKiosk> {
  const shell = await openShell(starter);
  const inPage: WatchedKiosk['inPage'] = async (task) => {
    const { browser, page } = await shell.connect();
    try {
      return await task(page);
    } finally {
      await browser.close();
    }
  };
  const isTouchable = () =>
    inPage(async (page) => (await page.locator('button.attract').isVisible()) && paints(page)).catch(() => false);
  async function untilLinkIs(state: string): Promise<void> {
    const end = performance.now() + patience;
    while (performance.now() < end) {
      const status = (await kiosk.call('status').catch(() => null)) as { link: { state: string } } | null;
      if (status?.link.state === state) return;
      await wait(100);
    }
    throw new Error(`The kiosk did not come to be ${state}:\n${shell.host.output()}`);
  }
  /** A stopped page keeps whoever connects to it waiting until its browser is gone. */
  async function untilReplaced(): Promise<false> {
    const before = readBrowser();
    for (let tries = 0; tries < 100 && readBrowser() === before; tries += 1) await wait(150);
    return false;
  }
  const readBrowser = () => findBrowser(shell.host.process.pid ?? 0)?.pid;
  const kiosk: WatchedKiosk = {
    shell,
    findProcesses: () => findProcesses(shell.host.process.pid ?? 0),
    inPage,
    call: (verb, input = {}) =>
      inPage((page) =>
        page.evaluate(
          async ({ name, body }) => {
            const headers = { 'content-type': 'application/json' };
            const response = await fetch(`/bridge/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
            return (await response.json()) as unknown;
          },
          { name: verb, body: input },
        ),
      ),
    untilSettled: () => wait(watchdogLimits.settled + 2000),
    untilOnline: () => untilLinkIs('online'),
    untilOffline: () => untilLinkIs('offline'),
    killHub() {
      const hub = listTree(shell.host.process.pid ?? 0).find((pid) => readWords(pid).includes('hub/main.ts'));
      if (hub === undefined) throw new Error('The hub was not found.');
      process.kill(hub, 'SIGKILL');
    },
    async untilTouchable() {
      const end = performance.now() + patience;
      for await (const _ of setInterval(50)) {
        if (await Promise.race([isTouchable(), untilReplaced()])) return;
        if (performance.now() > end) throw new Error(`The kiosk did not come back:\n${shell.host.output()}`);
      }
    },
    close: () => shell.close(),
  };
  await kiosk.untilTouchable();
  return kiosk;
}

/** A page that is there but paints nothing is none. */
function paints(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        requestAnimationFrame(() => {
          resolve(true);
        });
      }),
  );
}

function listAll(host: number) {
  return listTree(host).map((pid) => ({ pid, words: readWords(pid), memory: readResident(pid) }));
}

function findBrowser(host: number) {
  return listAll(host).find(({ words }) => words.includes('--remote-debugging-pipe') && !words.includes(' --type='));
}

function findProcesses(host: number): ReturnType<WatchedKiosk['findProcesses']> {
  const all = listAll(host);
  const ofKind = (kind: string) => all.filter(({ words }) => words.includes(`--type=${kind}`));
  const browser = findBrowser(host);
  // Beside the page's there may be one in reserve, which is smaller.
  const [page] = ofKind('renderer').toSorted((a, b) => b.memory - a.memory);
  const [gpu] = ofKind('gpu-process');
  if (browser === undefined || page === undefined || gpu === undefined) throw new Error('A process was not found.');
  return { browser: browser.pid, page: page.pid, gpu: gpu.pid };
}

function readWords(pid: number): string {
  return ` ${readProc(pid, 'cmdline').replaceAll('\0', ' ')}`;
}

/** In pages of memory. */
function readResident(pid: number): number {
  return Number(readProc(pid, 'statm').split(' ')[1] ?? 0);
}

function readProc(pid: number, file: 'cmdline' | 'statm'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
