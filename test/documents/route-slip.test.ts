import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { floorPlanSchema } from '../../domain/floor-plan.ts';
import type { Language } from '../../domain/localised.ts';
import { standardMedia, type Media } from '../../domain/print-job.ts';
import type { Raster } from '../../domain/raster.ts';
import { createWalkNetwork } from '../../domain/walk/network.ts';
import { planTour } from '../../domain/walk/tour.ts';
import { largestCodeSide, moduleOf } from '../../renderer/documents/route-slip-code.tsx';
import type { RouteSlipProps } from '../../renderer/documents/route-slip.tsx';
import { bytesWithin } from '../../renderer/phone/qr-capacity.ts';
import { splitEntries } from '../../renderer/phone/split-entries.ts';
import * as paper from './print-page.ts';
import { serveHarness } from './serve-harness.ts';

vi.setConfig({ testTimeout: 60_000 });

const planFile = new URL('../../build/sample-event/floorplan.geojson', import.meta.url);
const plan = floorPlanSchema.parse(JSON.parse(readFileSync(planFile, 'utf8')));
const network = createWalkNetwork(plan);
/** Beside the widths that receipt and label printers have: a sheet of A4 without its edges. */
const media: Readonly<Record<string, Media>> = {
  ...standardMedia,
  A4: { widthDots: 2362, heightDots: null, dotsPerInch: 300 },
};

const texts: Readonly<Record<Language, { company: string; job: string; title: string; session: string }>> = {
  en: {
    company: 'Würmfeld Analog',
    job: 'Analog IC Design Engineer (Graduate)',
    title: 'Micro-E in Action · Your list',
    session: '11:00 – 11:40 Industry forum: what a pilot line changes · Forum stage',
  },
  'zh-Hant': {
    company: '珠江器件有限公司',
    job: '模擬集成電路設計工程師（應屆畢業生）',
    title: '微電子行動 · 你的清單',
    session: '11:00 – 11:40 業界論壇：試產線帶來甚麼改變 · 論壇講台',
  },
  'zh-Hans': {
    company: '珠江器件有限公司',
    job: '模拟集成电路设计工程师（应届毕业生）',
    title: '微电子行动 · 您的清单',
    session: '11:00 – 11:40 产业论坛：中试线带来哪些改变 · 论坛讲台',
  },
};

let browser: Browser;
let server: Awaited<ReturnType<typeof serveHarness>>;
let page: Page;

beforeAll(async () => {
  server = await serveHarness();
  browser = await paper.launchChromium();
  ({ page } = await paper.openPage(browser, server.url));
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Walk {
  readonly stands: readonly string[];
  readonly language?: Language;
  readonly on?: Media;
}

/** A walk over some stands, as the screen of a kiosk makes its slip. */
function slipOver({ stands, language = 'en', on = standardMedia['72mm'] }: Walk): RouteSlipProps {
  const { company, job, title, session } = texts[language];
  const tour = planTour({ network, from: 'kiosk-1', stops: stands.map((label) => `stand-${label.toLowerCase()}`) });
  const labelOf = (placeId: string) => placeId.replace('stand-', '').toUpperCase();
  const entries = tour.stops.map((placeId, index) => ({
    name: `${index + 1}. ${company} ${index + 1} · ${labelOf(placeId)}`,
    lines: [job],
    summary: '1',
  }));
  const codes = splitEntries(
    { title, entries: [...entries, { name: session, lines: [], summary: null }], sayMore: String },
    bytesWithin(largestCodeSide(on)),
  );
  return {
    media: on,
    language,
    title: 'Your route',
    walkingTime: '4 min',
    from: 'from kiosk K1 · 10:51',
    date: '30 May 2025',
    plan,
    routes: tour.routes,
    stops: tour.stops.map((placeId, index) => ({
      placeId,
      label: labelOf(placeId),
      companies: [{ name: `${company} ${index + 1}`, jobTitles: [job] }],
      note: index === 1 ? 'Forum at 11:00 on the way' : null,
      way: 'Straight on. At the stage, turn left. It is the third stand on your right.',
    })),
    more: null,
    sessions: { title: 'Sessions', lines: [session] },
    codes: codes.map((text, index) => ({ text, caption: `For your phone (${index + 1} of ${codes.length})` })),
    youAreHere: { placeId: 'kiosk-1', label: 'You are here' },
    floorNames: {},
    reprint: null,
  };
}

/** What the codes say, in order, as a phone over each of them would read it. */
async function readCodes(raster: Raster): Promise<(string | null)[]> {
  const boxes = await page.evaluate(() => {
    const sheet = document.querySelector<HTMLElement>('.document');
    const outer = sheet?.getBoundingClientRect();
    if (!sheet || !outer) return [];
    const scale = sheet.offsetWidth / outer.width;
    return [...document.querySelectorAll('.route-slip-code')].map((figure) => {
      const { top, bottom } = figure.getBoundingClientRect();
      return { top: Math.floor((top - outer.top) * scale), bottom: Math.ceil((bottom - outer.top) * scale) };
    });
  });
  return boxes.map(({ top, bottom }) => paper.decodeQr(raster, { left: 0, right: raster.width, top, bottom }));
}

test.each(Object.entries(media))('on %s paper a walk fits, and its code is read back', async (_, on) => {
  const slip = slipOver({ stands: ['C03', 'B06', 'E05'], on });
  const raster = await paper.printRouteSlip(page, slip);
  expect(raster.width).toBe(on.widthDots);
  const overflowing = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.document, .document *')]
      .filter((node) => node.clientWidth > 0 && node.scrollWidth > node.clientWidth)
      .map((node) => node.className),
  );
  expect(overflowing).toEqual([]);
  const { height, width } = raster;
  expect(paper.blackShare(raster, { left: 0, top: 0, right: 10, bottom: height })).toBe(0);
  expect(paper.blackShare(raster, { left: width - 10, top: 0, right: width, bottom: height })).toBe(0);
  expect(await readCodes(raster)).toEqual(slip.codes.map(({ text }) => text));
});

test.each(['en', 'zh-Hant', 'zh-Hans'] as const)(
  'twelve stops in %s are read back from two codes at most',
  async (language) => {
    const stands = ['A01', 'A07', 'B03', 'B06', 'C01', 'C03', 'C06', 'D02', 'D07', 'E01', 'E04', 'E07'];
    const slip = slipOver({ stands, language });
    expect(slip.stops).toHaveLength(12);
    expect(slip.codes.length).toBeLessThanOrEqual(2);
    const raster = await paper.printRouteSlip(page, slip);
    const read = await readCodes(raster);
    expect(read).toEqual(slip.codes.map(({ text }) => text));
    expect(read.join('\n')).toContain(`12. ${texts[language].company} 12`);
  },
);

test('no module of a code is smaller than half a millimetre, whatever the paper', () => {
  for (const on of Object.values(media)) {
    const side = largestCodeSide(on);
    const dots = moduleOf(side, on);
    expect((dots / on.dotsPerInch) * 25.4).toBeGreaterThanOrEqual(0.5);
    expect(dots).toBeGreaterThanOrEqual(4);
    expect(bytesWithin(side)).toBeGreaterThanOrEqual(400);
  }
});

test('what is printed is what Chromium paints', async () => {
  const slip = slipOver({ stands: ['C03', 'B06'], language: 'zh-Hant' });
  const raster = await paper.printRouteSlip(page, slip);
  const differences = await paper.countPaintDifferences(page, raster, () =>
    page.evaluate((props) => window.harness.showRouteSlip(props, props.media.widthDots), slip),
  );
  expect(differences).toBeLessThan(raster.width * raster.height * 0.0005);
});

test('without a plan the list and its code are printed all the same, and a repeat says so', async () => {
  const slip = { ...slipOver({ stands: ['C03'] }), plan: null, routes: [], more: 'and 3 more on your phone' };
  const first = await paper.printRouteSlip(page, slip);
  expect(await readCodes(first)).toEqual(slip.codes.map(({ text }) => text));
  const again = await paper.printRouteSlip(page, { ...slip, reprint: 'REPRINT' });
  const corner = { left: 430, top: 70, right: 540, bottom: 130 };
  expect(paper.blackShare(again, corner)).toBeGreaterThan(paper.blackShare(first, corner) + 0.1);
});
