import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardMedia } from '../../domain/print-job.ts';
import { bytesPerRow, createRaster, setBlack } from '../../domain/raster.ts';
import { maximumHeightDots, rasterInput } from './raster-input.ts';

const media = standardMedia['104mm'];
const input = rasterInput(media);

function encode(bits: Uint8Array): string {
  return Buffer.from(bits).toString('base64');
}

function blank(height: number, width: number = media.widthDots) {
  return { width, height, bits: encode(createRaster(width, height).bits) };
}

describe('a raster from the page', () => {
  it('arrives dot for dot', () => {
    const dot = fc.tuple(fc.nat(media.widthDots - 1), fc.nat(49));
    fc.assert(
      fc.property(fc.array(dot), (dots) => {
        const raster = createRaster(media.widthDots, 50);
        for (const [x, y] of dots) setBlack(raster, x, y);
        const parsed = input.parse({ width: raster.width, height: raster.height, bits: encode(raster.bits) });
        expect(parsed).toEqual(raster);
      }),
    );
  });

  it('may be as high as a metre of paper and no higher', () => {
    expect(input.safeParse(blank(maximumHeightDots)).success).toBe(true);
    expect(input.safeParse(blank(maximumHeightDots + 1)).success).toBe(false);
  });

  it('may be as high as eight sheets where the paper comes in sheets', () => {
    const label = { widthDots: 696, heightDots: 1109, dotsPerInch: 300 } as const;
    const { bits } = createRaster(696, 8 * 1109 + 1);
    const sheets = (height: number) =>
      rasterInput(label).safeParse({ width: 696, height, bits: encode(bits.subarray(0, 87 * height)) }).success;
    expect([sheets(1), sheets(8 * 1109), sheets(8 * 1109 + 1)]).toEqual([true, true, false]);
  });

  it.each([
    ['another width', blank(10, 576)],
    ['no height', blank(0)],
    ['a height that is no number of dots', { ...blank(10), height: 9.5 }],
    ['a row too few', { ...blank(10), height: 11 }],
    ['a row too many', { ...blank(10), height: 9 }],
    ['spaces in its base64', { ...blank(10), bits: ` ${blank(10).bits}` }],
    ['no base64', { ...blank(10), bits: '?'.repeat(blank(10).bits.length) }],
    ['something more', { ...blank(10), name: 'somebody' }],
  ])('is refused with %s', (_what, raster) => {
    expect(input.safeParse(raster).success).toBe(false);
  });

  it('is refused when a dot lies beyond the width', () => {
    const { bits } = createRaster(media.widthDots, 2);
    bits[2 * bytesPerRow(media.widthDots) - 1] = 0x01;
    expect(input.safeParse({ width: media.widthDots, height: 2, bits: encode(bits) }).success).toBe(false);
  });
});
