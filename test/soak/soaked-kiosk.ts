import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { megabyte, readLivingProcesses } from '../bench/memory/process-memory.ts';
import { openShell, type OpenShell, type Starter } from '../bench/start/open-shell.ts';
import { listRenderers } from '../faults/harness/browser-processes.ts';
import { waitForAttract } from '../journeys/visit.ts';
import { takePageRecord, type PageRecord } from './page-recorder.ts';

/** A window of the kiosk that a test has its hands on for a while. */
export interface Held {
  readonly browser: Browser;
  readonly page: Page;
}

/** The real kiosk, which opens, watches and restarts its own browser; nobody restarts anything here. */
export interface SoakedKiosk {
  readonly shell: OpenShell;
  readonly held: Held;
  /**
   * For a window that has died: waits until the kiosk has another one with the attract loop. Rejects after so many milliseconds. A living
   * one is held until the end, because each hold leaves the worlds of Playwright's scripts in the page: 1.2 MB, measured.
   */
  waitForWindow(limit: number): Promise<void>;
  /** What only a technician does: the host ends and is started again. */
  restart(): Promise<void>;
  /** Lets go of the window for good; megabytes of the page's process (PSS) once what DevTools kept for the test has gone. */
  measureAtRest(): Promise<number>;
  /** What was counted since the last time, over all pages. */
  takeRecord(): Promise<PageRecord>;
  close(): Promise<void>;
}

/** Milliseconds. */
const tryEvery = 200;
const startLimit = 120_000;
/** Measured: Chromium frees it within half a minute. */
const restMilliseconds = 40_000;

/** @param onPage called for each page that is taken hold of */
export async function openSoakedKiosk(starter: Starter, onPage: (page: Page) => Promise<void>): Promise<SoakedKiosk> {
  let shell = await openShell(starter);
  let held: Held | null = null;

  async function take(limit: number): Promise<Held> {
    const connected = await shell.connect();
    try {
      const { page } = connected;
      page.setDefaultTimeout(limit);
      await waitForAttract(page);
      // What only moves would be drawn by a processor here, and waited for.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      // Installs it in a page that has none.
      await takePageRecord(page);
      page.setDefaultTimeout(30_000);
      await onPage(page);
      return connected;
    } catch (error) {
      await letGo(connected);
      throw error;
    }
  }
  async function waitForWindow(limit: number): Promise<void> {
    const end = performance.now() + limit;
    if (held !== null) await letGo(held);
    held = null;
    while (held === null) {
      const left = end - performance.now();
      if (left < 0) throw new Error(`no window with the attract loop after ${limit / 1000} s`);
      // A dying window may never answer, and the kiosk opens another.
      const next: Held | null = await take(Math.max(Math.min(left, 10_000), 500)).catch(() => null);
      held = next;
      if (next === null) await wait(tryEvery);
    }
  }
  try {
    await waitForWindow(startLimit);
  } catch (error) {
    await shell.close();
    throw error;
  }
  const here = (): Held => {
    if (held === null) throw new Error('Nobody holds the window.');
    return held;
  };
  return {
    get shell() {
      return shell;
    },
    get held() {
      return here();
    },
    async measureAtRest() {
      const renderers = await listRenderers(here().browser);
      await letGo(here());
      held = null;
      await wait(restMilliseconds);
      return Math.max(...readLivingProcesses(renderers).map(({ own }) => own / megabyte));
    },
    waitForWindow,
    async restart() {
      if (held !== null) await letGo(held);
      held = null;
      await shell.close();
      shell = await openShell(starter);
      await waitForWindow(startLimit);
    },
    takeRecord: () => takePageRecord(here().page),
    async close() {
      if (held !== null) await letGo(held);
      await shell.close();
    },
  };
}

/** Over DevTools this only ends the connection; one to a browser that is gone has ended. */
async function letGo({ browser }: Held): Promise<void> {
  await browser.close().catch(() => undefined);
}
