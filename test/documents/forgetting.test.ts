import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as paper from './print-page.ts';
import { serveHarness } from './serve-harness.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  server = await serveHarness();
  browser = await paper.launchChromium();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

test('nothing of the sheets before stays in memory', { timeout: 60_000 }, async () => {
  const { page } = await paper.openPage(browser, server.url);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  /** Prints badges, forgets them as the end of a visit does, and returns the bytes of JavaScript's heap. */
  async function printAndForget(names: readonly string[]): Promise<number> {
    for (const own of names) await paper.printBadge(page, paper.badgeFor('72mm', { name: { own, latin: '' } }));
    await page.evaluate(() => window.harness.prepareRasteriser());
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
  }

  const before = await printAndForget(['陳大文']);
  const after = await printAndForget(['黃曉彤', '歐陽浚軒', '刘思颖', '鄧梓睿', '譚霈霖', '贾嘉駿', '靖珊', '懿']);
  // It was 3 MB a badge.
  expect(after - before).toBeLessThan(2_000_000);
});
