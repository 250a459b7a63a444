import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { standardMedia, type MediaName } from '../../domain/print-job.ts';
import { badgeMeasuresOf } from '../../renderer/documents/badge-measures.ts';
import { hardNames, hasRealNames, readRealNames } from './names.ts';
import * as paper from './print-page.ts';
import { serveHarness } from './serve-harness.ts';

vi.setConfig({ testTimeout: 60_000 });

const mediaNames = Object.keys(standardMedia) as MediaName[];

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

async function expectGoodBadge(mediaName: MediaName, name: { own: string; latin: string }): Promise<void> {
  const media = standardMedia[mediaName];
  const { module, margin } = badgeMeasuresOf(media);
  const raster = await paper.printBadge(page, paper.badgeFor(mediaName, { name }));
  expect(raster.width).toBe(media.widthDots);
  expect(raster.height).toBeGreaterThan(media.widthDots);
  expect(raster.height).toBeLessThan(media.widthDots * 4);

  const boxes = await page.evaluate(() => {
    const element = (selector: string) => document.querySelector<HTMLElement>(selector);
    return {
      tooWide: [...document.querySelectorAll<HTMLElement>('.document, .document *')]
        .filter((node) => node.clientWidth > 0 && node.scrollWidth > node.clientWidth)
        .map((node) => node.className),
      tooHigh: (element('.document')?.scrollHeight ?? 0) - (element('.document')?.clientHeight ?? 0),
      stripe: element('.badge-stripe')?.offsetHeight ?? 0,
    };
  });
  expect(boxes).toMatchObject({ tooWide: [], tooHigh: 0 });

  const { width, height } = raster;
  const stripeTop = height - boxes.stripe;
  // The code with its quiet zone of four modules, and no more.
  const side = 2 * margin + 21 * module;
  const code = { left: 0, top: stripeTop - side, right: side, bottom: stripeTop };
  expect(paper.decodeQr(raster, code)).toBe('K7QX-2M9P');
  expect(paper.blackShare(raster, { ...code, bottom: code.top + margin })).toBe(0);
  expect(paper.blackShare(raster, { ...code, left: side - margin })).toBe(0);
  // No ink runs off the paper.
  expect(paper.blackShare(raster, { left: 0, top: 0, right: module, bottom: stripeTop })).toBe(0);
  expect(paper.blackShare(raster, { left: width - module, top: 0, right: width, bottom: stripeTop })).toBe(0);
  expect(paper.blackShare(raster, { left: 0, top: 0, right: width, bottom: module })).toBe(0);
  // The stripe is solid from edge to edge with white words in it.
  expect(paper.blackShare(raster, { left: 0, top: stripeTop, right: width, bottom: stripeTop + 6 })).toBe(1);
  expect(paper.blackShare(raster, { left: 0, top: height - 6, right: width, bottom: height })).toBe(1);
  expect(paper.blackShare(raster, { left: 0, top: stripeTop, right: width, bottom: height })).toBeLessThan(0.97);
}

/** Rolls take what a name needs; what is hard for a label and a sheet, is so for all of them. */
const tried = mediaNames.filter(
  (name) => standardMedia[name].heightDots === null || name === '62x100mm' || name === 'A6',
);

describe.each(tried)('on %s paper', (mediaName) => {
  test.each(Object.entries(hardNames))('a badge holds %s', async (_, name) => {
    await expectGoodBadge(mediaName, name);
  });
});

test.runIf(hasRealNames)(
  'badges hold real names of all countries (needs ../shared/data/names)',
  async () => {
    const names = readRealNames();
    const step = Math.floor(names.length / 40);
    let printed = 0;
    for (const [index, name] of names.filter((_, position) => position % step === 0).entries()) {
      const uncovered = await page.evaluate((own) => window.harness.findUncovered(own), name.own);
      const own = uncovered.length === 0 ? name.own : '';
      await expectGoodBadge(mediaNames[index % mediaNames.length] ?? '72mm', { own, latin: name.latin });
      printed += 1;
    }
    expect(printed).toBeGreaterThanOrEqual(40);
  },
  120_000,
);

test('every script is drawn by a bundled font and none by the machine', async () => {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  for (const name of Object.values(hardNames)) {
    await page.evaluate((badge) => window.harness.showBadge(badge), paper.badgeFor('72mm', { name }));
    const fonts = await paper.fontsOf(session, '.document');
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
  }
});

test('Han takes the forms of the language of the badge', async () => {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  for (const [language, family] of [
    ['zh-Hant', 'Noto Sans HK'],
    ['zh-Hans', 'Noto Sans SC'],
  ] as const) {
    const badge = paper.badgeFor('72mm', { language, name: { own: '骨直', latin: '' } });
    await page.evaluate((props) => window.harness.showBadge(props), badge);
    const [font] = await paper.fontsOf(session, '.badge-name');
    expect(font?.familyName).toContain(family);
  }
});

test('what is printed is what Chromium paints, and a small preview changes no dot', async () => {
  for (const mediaName of mediaNames) {
    const badge = paper.badgeFor(mediaName, {
      stripe: { words: ['求職者', 'Job seeker'], pattern: 'solid', colour: null },
      language: 'zh-Hant',
    });
    const raster = await paper.printBadge(page, badge);
    const differences = await paper.countPaintDifferences(page, raster, () =>
      page.evaluate((props) => window.harness.showBadge(props, props.media.widthDots), badge),
    );
    expect(differences).toBeLessThan(raster.width * raster.height * 0.0005);
  }
});

test('the dots do not depend on the pixel ratio of the screen', async () => {
  const badge = paper.badgeFor('72mm', {});
  const expected = await paper.printBadge(page, badge);
  for (const ratio of [1.25, 2]) {
    const other = await paper.openPage(browser, server.url, ratio);
    const raster = await paper.printBadge(other.page, badge);
    expect([raster.width, raster.height]).toEqual([expected.width, expected.height]);
    expect(paper.countDifferences(raster, expected)).toBeLessThan(raster.width * raster.height * 0.001);
    await other.page.close();
  }
});

test('a badge whose fonts cannot be read is never printed in others', async () => {
  const fresh = await paper.openPage(browser, server.url);
  const badge = paper.badgeFor('72mm', {});
  await fresh.page.evaluate((props) => window.harness.showBadge(props), badge);
  await fresh.page.route('**/*.woff2', (route) => route.abort());
  await expect(fresh.page.evaluate(() => window.harness.rasterise())).rejects.toThrow('raster-failed');
  const unseen = paper.badgeFor('72mm', { name: { own: 'กิตติศักดิ์', latin: '' } });
  expect(await fresh.page.evaluate((props) => window.harness.showBadge(props), unseen)).toBe(false);
  await expect(fresh.page.evaluate(() => window.harness.rasterise())).rejects.toThrow('raster-failed');
  await fresh.page.close();
});

test('a reprint says so', async () => {
  const first = await paper.printBadge(page, paper.badgeFor('72mm', {}));
  const again = await paper.printBadge(page, paper.badgeFor('72mm', { reprint: 'REPRINT' }));
  const corner = { left: 430, top: 36, right: 540, bottom: 66 };
  expect(paper.blackShare(first, corner)).toBeLessThan(0.1);
  expect(paper.blackShare(again, corner)).toBeGreaterThan(0.3);
});

test('nothing of it breaks the content security policy', () => {
  expect(complaints).toEqual([]);
});
