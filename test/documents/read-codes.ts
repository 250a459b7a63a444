import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { fromRgba, type Raster } from '../../domain/raster.ts';
import { decodeQr } from './print-page.ts';

/** White between the last code of a slip and the end of the sheet, and the words below the code, as a share of the width. */
const belowCode = 0.25;

/** What a phone reads over the last code of a route slip; null when it reads none. */
export function readCodeOfSlip(raster: Raster): string | null {
  const { width, height } = raster;
  const top = Math.max(0, height - Math.round(width * (1 + belowCode)));
  return decodeQr(raster, { left: 0, top, right: width, bottom: height });
}

/** The sheet that a printer into a folder has left. */
export function readSheet(file: Buffer): Raster {
  const { data, width, height } = PNG.sync.read(file);
  return fromRgba(data, width, height);
}

/** What a phone reads from the code on the screen. */
export async function readCodeOnScreen(page: Page): Promise<string | null> {
  const raster = readSheet(await page.locator('.phone-page .qr-code').screenshot());
  return decodeQr(raster, { left: 0, top: 0, right: raster.width, bottom: raster.height });
}
