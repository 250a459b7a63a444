import { z } from 'zod';
import { assert } from './assert.ts';

/** Rows whose black dots have a colour, on a printer that has colours. */
export const tintSchema = z.strictObject({
  /** Dots from the top. */
  top: z.int().min(0).max(65_535),
  height: z.int().min(1).max(65_535),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
});
export type Tint = Readonly<z.infer<typeof tintSchema>>;
/** As many as a sheet may have. */
export const tintsSchema = z.array(tintSchema).max(8);

/**
 * A picture of black and white dots, as a thermal printer burns it. Rows from the top, each `ceil(width / 8)` bytes, the leftmost
 * dot in the highest bit, 1 is black. Bits beyond `width` are 0.
 */
export interface Raster {
  /** Dots. */
  readonly width: number;
  /** Dots. */
  readonly height: number;
  readonly bits: Uint8Array;
  /** None unless it says so; a printer without colours burns them black. */
  readonly tints?: readonly Tint[];
}

export function bytesPerRow(width: number): number {
  return Math.ceil(width / 8);
}

export function createRaster(width: number, height: number): Raster {
  return { width, height, bits: new Uint8Array(bytesPerRow(width) * height) };
}

export function isBlack(raster: Raster, x: number, y: number): boolean {
  const byte = raster.bits[y * bytesPerRow(raster.width) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}

export function setBlack(raster: Raster, x: number, y: number): void {
  assert(x >= 0 && x < raster.width && y >= 0 && y < raster.height, 'the dot lies on the raster');
  const index = y * bytesPerRow(raster.width) + (x >> 3);
  raster.bits[index] = (raster.bits[index] ?? 0) | (0x80 >> (x & 7));
}

/**
 * Black where a pixel over white paper is darker than the threshold.
 * @param rgba four bytes a pixel, as `ImageData.data`
 * @param threshold luma (Rec. 601) 0 to 255 below which a dot is black
 */
export function fromRgba(rgba: ArrayLike<number>, width: number, height: number, threshold = 128): Raster {
  const raster = createRaster(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = (y * width + x) * 4;
      const alpha = rgba[index + 3] ?? 0;
      // Whole numbers, a thousand times 255 times too large: as fractions, a grey of 128 came out just below 128.
      const luma = 299 * (rgba[index] ?? 0) + 587 * (rgba[index + 1] ?? 0) + 114 * (rgba[index + 2] ?? 0);
      if (luma * alpha + 255_000 * (255 - alpha) < threshold * 255_000) setBlack(raster, x, y);
    }
  }
  return raster;
}
