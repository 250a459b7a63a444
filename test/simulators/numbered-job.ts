import type { Media } from '../../domain/print-job.ts';
import { bytesPerRow, createRaster, isBlack, setBlack, type Raster } from '../../domain/raster.ts';
import type { PrintJob } from '../../electron/printing/printer.ts';

let count = 0;

/**
 * A sheet that no other job has: stripes, and its number as a row of boxes across the top and the bottom. 400 rows on a roll. No two bytes
 * of it read as a real-time command, so that no driver has to add a dot.
 */
export function createNumberedJob(media: Media): PrintJob {
  count += 1;
  const raster = createRaster(media.widthDots, media.heightDots ?? 400);
  const { width, height } = raster;
  for (let y = 60; y < height - 60; y += 1) for (let x = (y >> 3) % 4; x < width; x += 4) setBlack(raster, x, y);
  for (let bit = 0; bit < 16; bit += 1) {
    if (((count >> bit) & 1) === 0) continue;
    for (const top of [16, height - 40])
      for (let y = top; y < top + 24; y += 1) for (let x = 0; x < 8; x += 1) setBlack(raster, bit * 12 + x, y);
  }
  for (let x = 0; x < width; x += 1) {
    setBlack(raster, x, 0);
    setBlack(raster, x, height - 1);
  }
  return { id: `0196f2d0-7c1a-7000-8000-${count.toString(16).padStart(12, '0')}`, document: 'badge', raster };
}

/** How many of the sheets are this one, dot for dot. Paper may be wider than the picture. */
export function countSheets(sheets: readonly Raster[], { raster }: PrintJob): number {
  return sheets.filter((sheet) => isSame(sheet, raster)).length;
}

function isSame(sheet: Raster, picture: Raster): boolean {
  if (sheet.height !== picture.height || sheet.width < picture.width) return false;
  if (sheet.width === picture.width) return Buffer.compare(sheet.bits, picture.bits) === 0;
  const [wide, narrow] = [bytesPerRow(sheet.width), bytesPerRow(picture.width)];
  for (let y = 0; y < picture.height; y += 1) {
    const row = sheet.bits.subarray(y * wide, y * wide + narrow);
    if (Buffer.compare(row, picture.bits.subarray(y * narrow, (y + 1) * narrow)) !== 0) return false;
    if (isBlack(sheet, picture.width, y)) return false;
  }
  return true;
}
