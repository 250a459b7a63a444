import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Raster } from '../../../domain/raster.ts';

const printCall = z.object({ raster: z.object({ width: z.int(), height: z.int(), bits: z.base64() }) });

/** The dots of the next sheet that a page asks its host to print. */
export async function captureRaster(page: Page): Promise<Raster> {
  const request = await page.waitForRequest(/\/bridge\/print$/u);
  const { width, height, bits } = printCall.parse(request.postDataJSON()).raster;
  return { width, height, bits: new Uint8Array(Buffer.from(bits, 'base64')) };
}
