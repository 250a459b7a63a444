import jsQr from 'jsqr';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { assert } from '../../domain/assert.ts';
import { usualBadgeLayout } from '../../domain/badge-layout.ts';
import { standardMedia, type MediaName } from '../../domain/print-job.ts';
import { fromRgba, isBlack, type Raster } from '../../domain/raster.ts';
import { findChromium } from '../../build/chromium.mjs';
import type { BadgeProps } from '../../renderer/documents/badge.tsx';
import type { MapSlipProps } from '../../renderer/documents/map-slip.tsx';
import type { RouteSlipProps } from '../../renderer/documents/route-slip.tsx';
import type { Harness } from './harness/main.tsx';

declare global {
  interface Window {
    harness: Harness;
  }
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  assert(executablePath !== null, 'a Chromium is on this machine');
  // Chromium has no sandbox for root.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** A page that shows documents. `complaints` collects what the policy refused and what threw. */
export async function openPage(browser: Browser, url: string, deviceScaleFactor = 1) {
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 }, deviceScaleFactor });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  await page.waitForFunction(() => 'harness' in window);
  return { page, complaints };
}

/** A badge of a visitor with an ordinary name; what a test is about is given. */
export function badgeFor(mediaName: MediaName, differences: Partial<Omit<BadgeProps, 'media'>>): BadgeProps {
  return {
    media: standardMedia[mediaName],
    language: 'en',
    eventName: 'Micro-E in Action',
    eventTagline: 'Career Day',
    date: '30 May 2025',
    name: { own: '陳大文', latin: 'Chan Tai Man' },
    field: 'Electronic engineering',
    claimCode: 'K7QX-2M9P',
    claimCaption: 'If lost, or to reprint',
    layout: usualBadgeLayout,
    stripe: { words: ['Job seeker'], pattern: 'solid', colour: null },
    reprint: null,
    ...differences,
  };
}

export async function printBadge(page: Page, props: BadgeProps): Promise<Raster> {
  const isLaidOut = await page.evaluate((badge) => window.harness.showBadge(badge), props);
  assert(isLaidOut, 'the fonts of the badge arrived');
  return rasterise(page);
}

export async function printMapSlip(page: Page, props: MapSlipProps): Promise<Raster> {
  const isLaidOut = await page.evaluate((slip) => window.harness.showMapSlip(slip), props);
  assert(isLaidOut, 'the fonts of the slip arrived');
  return rasterise(page);
}

export async function printRouteSlip(page: Page, props: RouteSlipProps): Promise<Raster> {
  const isLaidOut = await page.evaluate((slip) => window.harness.showRouteSlip(slip), props);
  assert(isLaidOut, 'the fonts of the slip arrived');
  return rasterise(page);
}

async function rasterise(page: Page): Promise<Raster> {
  const { width, height, bits, tints } = await page.evaluate(() => window.harness.rasterise());
  const raster = { width, height, bits: new Uint8Array(Buffer.from(bits, 'base64')) };
  return tints.length === 0 ? raster : { ...raster, tints };
}

export function countDifferences(a: Raster, b: Raster): number {
  let differences = 0;
  for (let y = 0; y < a.height; y += 1) {
    for (let x = 0; x < a.width; x += 1) if (isBlack(a, x, y) !== isBlack(b, x, y)) differences += 1;
  }
  return differences;
}

/** How many dots differ from what Chromium paints of the same document on the screen. */
export async function countPaintDifferences(page: Page, raster: Raster, show: () => Promise<boolean>): Promise<number> {
  await page.setViewportSize({ width: raster.width + 40, height: raster.height + 40 });
  await show();
  const painted = PNG.sync.read(await page.locator('.document').screenshot());
  assert(painted.width === raster.width && painted.height === raster.height, 'both have the same size');
  return countDifferences(raster, fromRgba(painted.data, painted.width, painted.height));
}

interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the QR code on a part of a raster says; null when there is none that can be read. */
export function decodeQr(raster: Raster, part: Part): string | null {
  const [width, height] = [part.right - part.left, part.bottom - part.top];
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isBlack(raster, part.left + x, part.top + y)) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return jsQr.default(pixels, width, height)?.data ?? null;
}

/** Share of black in a part of a raster, 0 to 1. */
export function blackShare(raster: Raster, part: Part): number {
  let black = 0;
  for (let y = part.top; y < part.bottom; y += 1) {
    for (let x = part.left; x < part.right; x += 1) if (isBlack(raster, x, y)) black += 1;
  }
  return black / ((part.right - part.left) * (part.bottom - part.top));
}

/** The families that draw the text of an element and whether each is a bundled font. */
export async function fontsOf(session: CDPSession, selector: string) {
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName, isCustomFont }) => ({ familyName, isCustomFont }));
}
