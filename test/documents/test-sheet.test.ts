import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { standardMedia, type MediaName } from '../../domain/print-job.ts';
import { isBlack, type Raster } from '../../domain/raster.ts';
import { createWords } from '../../renderer/words/words.ts';
import { describeTestSheet } from '../../renderer/documents/describe-test-sheet.ts';
import { scriptLines, testSheetCode, type TestSheetProps } from '../../renderer/documents/test-sheet.tsx';
import * as paper from './print-page.ts';
import { serveHarness } from './serve-harness.ts';

vi.setConfig({ testTimeout: 60_000 });

let browser: Browser;
let server: Awaited<ReturnType<typeof serveHarness>>;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  server = await serveHarness();
  browser = await paper.launchChromium();
  ({ page, complaints } = await paper.openPage(browser, server.url));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

const mediaNames = Object.keys(standardMedia) as MediaName[];

function sheetFor(name: MediaName, language: TestSheetProps['language'] = 'en'): TestSheetProps {
  const printer = { id: 'desk-1', name: 'Printer 1', model: 'EPSON TM-T88VI', mediaName: name };
  const tested = { media: standardMedia[name], language, printer, from: 'from kiosk K1 · 10:51' };
  return describeTestSheet(tested, createWords(language).t);
}

async function print(props: TestSheetProps): Promise<Raster> {
  expect(await page.evaluate((sheet) => window.harness.showTestSheet(sheet), props)).toBe(true);
  const { width, height, bits } = await page.evaluate(() => window.harness.rasterise());
  return { width, height, bits: new Uint8Array(Buffer.from(bits, 'base64')) };
}

test.each(mediaNames)('on %s paper every dot of the four edges is there, and nothing runs off', async (name) => {
  const media = standardMedia[name];
  const raster = await print(sheetFor(name));
  const { width, height } = raster;
  expect(width).toBe(media.widthDots);
  if (media.heightDots !== null) expect(height).toBe(media.heightDots);
  const missing: string[] = [];
  for (let x = 0; x < width; x += 1) {
    if (!isBlack(raster, x, 0)) missing.push(`top ${String(x)}`);
    if (!isBlack(raster, x, height - 1)) missing.push(`bottom ${String(x)}`);
  }
  for (let y = 0; y < height; y += 1) {
    if (!isBlack(raster, 0, y)) missing.push(`left ${String(y)}`);
    if (!isBlack(raster, width - 1, y)) missing.push(`right ${String(y)}`);
  }
  expect(missing).toEqual([]);
  const tooWide = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.test-sheet, .test-sheet *:not(svg, svg *)')]
      .filter((node) => node.clientWidth > 0 && node.scrollWidth > node.clientWidth)
      .map((node) => node.className),
  );
  expect(tooWide).toEqual([]);
  const tooHigh = await page.evaluate(() => {
    const sheet = document.querySelector('.test-sheet');
    return (sheet?.scrollHeight ?? 0) - (sheet?.clientHeight ?? 0);
  });
  expect(tooHigh).toBeLessThanOrEqual(media.heightDots === null ? 6000 : 0);
});

test.each(mediaNames)('on %s paper a millimetre is a millimetre, and the code is read', async (name) => {
  const media = standardMedia[name];
  const raster = await print(sheetFor(name));
  for (const millimetre of [10, 20, 40]) {
    const at = Math.round((millimetre * media.dotsPerInch) / 25.4);
    // A long mark, one dot wide, with white on both sides where no number stands.
    for (const y of [2, 10, 18]) {
      expect([at - 1, at, at + 1].map((x) => isBlack(raster, x, y))).toEqual([false, true, false]);
      expect([at - 1, at, at + 1].map((row) => isBlack(raster, y, row))).toEqual([false, true, false]);
      expect(isBlack(raster, raster.width - 1 - y, at)).toBe(true);
    }
  }
  const box = await page.evaluate(() => {
    const code = document.querySelector('.test-sheet-code .qr-code');
    const sheet = document.querySelector('.test-sheet');
    if (!code || !sheet) throw new Error('it has a code');
    const [inner, outer] = [code.getBoundingClientRect(), sheet.getBoundingClientRect()];
    const scale = outer.width / (sheet as HTMLElement).offsetWidth;
    return {
      left: Math.round((inner.left - outer.left) / scale),
      top: Math.round((inner.top - outer.top) / scale),
      side: Math.round(inner.width / scale),
    };
  });
  const part = {
    left: box.left - 16,
    top: box.top - 16,
    right: box.left + box.side + 16,
    bottom: box.top + box.side + 16,
  };
  expect(paper.decodeQr(raster, part)).toBe(testSheetCode(sheetFor(name)));
});

test('the same sheet is the same dots, and those that Chromium paints', async () => {
  const props = sheetFor('72mm');
  const first = await print(props);
  expect(paper.countDifferences(await print(props), first)).toBe(0);
  const show = () => page.evaluate((sheet) => window.harness.showTestSheet(sheet, sheet.media.widthDots), props);
  expect(await paper.countPaintDifferences(page, first, show)).toBe(0);
});

test('every script is drawn by a bundled font', async () => {
  const text = scriptLines.map((line) => line.text).join('\n');
  expect(await page.evaluate((all) => window.harness.findUncovered(all), text)).toEqual([]);
});

test('it speaks three languages', async () => {
  for (const language of ['zh-Hant', 'zh-Hans'] as const) {
    await print(sheetFor('72mm', language));
    expect(await page.locator('.test-sheet').innerText()).toContain(createWords(language).t('testSheet.cut'));
  }
  expect(complaints).toEqual([]);
});
