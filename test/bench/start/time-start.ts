import type { Page } from 'playwright-core';
import { findClockOrigin, readClock } from '../harness/clock.ts';
import { openShell, type Starter } from './open-shell.ts';

/** Milliseconds from spawning the program. */
export interface Start {
  /** Until the button's first frame, as the page's Largest Contentful Paint entries have it. */
  readonly painted: number;
  /** Until a press on it, given as soon as Playwright found it to be steady, had brought the next screen. */
  readonly answered: number;
}

/** @param starter of a page with an `.attract` button that brings something of the class `.language` */
export async function timeStart(starter: Starter): Promise<Start> {
  const began = readClock();
  const shell = await openShell(starter);
  try {
    const { browser, page } = await shell.connect();
    const button = page.locator('button.attract');
    await button.waitFor();
    const painted = (await readFirstPaint(page)) - began;
    await button.click();
    await page.locator('.language').waitFor();
    const answered = readClock() - began;
    await browser.close();
    return { painted, answered };
  } finally {
    await shell.close();
  }
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
