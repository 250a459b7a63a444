import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { floorPlanSchema } from '../../domain/floor-plan.ts';
import { standardMedia } from '../../domain/print-job.ts';
import { createWalkNetwork } from '../../domain/walk/network.ts';
import type { MapSlipProps } from '../../renderer/documents/map-slip.tsx';
import * as paper from './print-page.ts';
import { serveHarness } from './serve-harness.ts';

vi.setConfig({ testTimeout: 60_000 });

const planFile = new URL('../../build/sample-event/floorplan.geojson', import.meta.url);
const plan = floorPlanSchema.parse(JSON.parse(readFileSync(planFile, 'utf8')));
const network = createWalkNetwork(plan);

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

function slipTo(stand: string, media: MapSlipProps['media']): MapSlipProps {
  const route = network.findRoute({ from: 'kiosk-1', to: `stand-${stand.toLowerCase()}` });
  return {
    media,
    language: 'en',
    title: 'Your way',
    walkingTime: '2 min',
    from: 'from kiosk K1 · 10:51',
    date: '30 May 2025',
    plan,
    routes: route.ok ? [route.value] : [],
    stops: [
      { placeId: `stand-${stand.toLowerCase()}`, label: stand, name: '珠江器件 Pearl River Devices (Sample) Limited' },
    ],
    youAreHere: { placeId: 'kiosk-1', label: 'You are here' },
    floorNames: { ground: 'Ground floor', upper: 'Upper floor' },
    reprint: null,
  };
}

test.each(Object.entries(standardMedia))(
  'a slip for %s paper holds the hall, the way and the stop',
  async (_, media) => {
    const raster = await paper.printMapSlip(page, slipTo('A07', media));
    expect(raster.width).toBe(media.widthDots);
    const overflowing = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.document, .document *')]
        .filter((node) => node.clientWidth > 0 && node.scrollWidth > node.clientWidth)
        .map((node) => node.className),
    );
    expect(overflowing).toEqual([]);
    expect(paper.blackShare(raster, { left: 0, top: 0, right: 10, bottom: raster.height })).toBe(0);
    expect(
      paper.blackShare(raster, { left: media.widthDots - 10, top: 0, right: media.widthDots, bottom: raster.height }),
    ).toBe(0);
  },
);

test('the way adds a thick line to the hall', async () => {
  const slip = slipTo('A07', standardMedia['72mm']);
  const withWay = await paper.printMapSlip(page, slip);
  const without = await paper.printMapSlip(page, { ...slip, routes: [] });
  const all = { left: 0, top: 0, right: withWay.width, bottom: withWay.height };
  const dots = (paper.blackShare(withWay, all) - paper.blackShare(without, all)) * withWay.width * withWay.height;
  const metres = 40;
  const dotsPerMetre = 500 / 60;
  expect(dots).toBeGreaterThan(metres * dotsPerMetre * 8 * 0.8);
});

test('what is printed is what Chromium paints', async () => {
  const slip = slipTo('C03', standardMedia['72mm']);
  const raster = await paper.printMapSlip(page, slip);
  const differences = await paper.countPaintDifferences(page, raster, () =>
    page.evaluate((props) => window.harness.showMapSlip(props, props.media.widthDots), slip),
  );
  expect(differences).toBeLessThan(raster.width * raster.height * 0.0005);
});

/** A walk from the first kiosk over places of the plan, and each of its ways alone. */
function walkOver(stops: readonly string[]) {
  const media = standardMedia['72mm'];
  const routes = stops.map((to, index) => {
    const route = network.findRoute({ from: stops[index - 1] ?? 'kiosk-1', to });
    if (!route.ok) throw new Error(route.reason);
    return route.value;
  });
  const numbered = stops.map((placeId) => ({ placeId, label: null, name: 'Pearl River' }));
  return { slip: { ...slipTo('A07', media), routes, stops: numbered }, routes };
}

test('a walk over floors prints each floor that it comes to', async () => {
  const below = await paper.printMapSlip(page, walkOver(['stand-c03']).slip);
  const both = await paper.printMapSlip(page, walkOver(['workshop-2']).slip);
  expect(both.height - below.height).toBeGreaterThan(below.width / 2);
});

test('the way to the last of several stops is dotted', async () => {
  const { slip, routes } = walkOver(['stand-c03', 'stand-a07']);
  const count = async (props: MapSlipProps) => {
    const raster = await paper.printMapSlip(page, props);
    return paper.blackShare(raster, { left: 0, top: 0, right: raster.width, bottom: raster.height });
  };
  const [none, dotted, drawn] = [
    await count({ ...slip, routes: routes.slice(0, 1) }),
    await count(slip),
    // Ways that are not the last are drawn, and one that stays where it is adds nothing.
    await count({ ...slip, routes: [...routes, { from: 'a', to: 'a', legs: [], changes: [], metres: 0, seconds: 0 }] }),
  ];
  expect(dotted - none).toBeGreaterThan(0);
  expect(dotted - none).toBeLessThan((drawn - none) * 0.7);
});
