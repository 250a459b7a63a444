import fc from 'fast-check';
import { ready } from 'zpl-renderer-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { bytesPerRow, createRaster, fromRgba, type Raster } from '../../../domain/raster.ts';
import { mediaOf, profile } from '../../../test/simulators/zpl/driver-bench.ts';
import { encodeCutOff, encodeZplSheet } from './label.ts';
import { checkLetters } from './z64.ts';

const pictures = fc
  .record({
    width: fc.integer({ min: 203, max: 832 }),
    height: fc.integer({ min: 8, max: 60 }),
    texture: fc.uint8Array({ minLength: 1, maxLength: 600 }),
  })
  .map(({ width, height, texture }): Raster => {
    const raster = createRaster(width, height);
    const rowBytes = bytesPerRow(width);
    for (let index = 0; index < raster.bits.length; index += 1) {
      const isLast = index % rowBytes === rowBytes - 1;
      raster.bits[index] =
        (texture[index % texture.length] ?? 0) & (isLast ? (0xff << (rowBytes * 8 - width)) & 0xff : 0xff);
    }
    return raster;
  });

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** How an independent reading of ZPL (zebrash) sees a label of 832 dots. */
async function render(zpl: string, height: number): Promise<Raster> {
  const { api } = await ready;
  const png = PNG.sync.read(Buffer.from(await api.zplToBase64Async(zpl, 104, height / 8, 8), 'base64'));
  expect(png.width).toBe(832);
  return fromRgba(png.data, png.width, height);
}

function widen(raster: Raster, width: number): Raster {
  const wide = createRaster(width, raster.height);
  const rowBytes = bytesPerRow(raster.width);
  for (let y = 0; y < raster.height; y += 1)
    wide.bits.set(raster.bits.subarray(y * rowBytes, (y + 1) * rowBytes), y * bytesPerRow(width));
  return wide;
}

describe('encodeZplSheet', () => {
  it('is read dot for dot by an independent renderer', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async (raster) => {
        const label = textOf(encodeZplSheet({ raster, profile, media: mediaOf(0) }));
        expect(await render(label, raster.height)).toEqual(widen(raster, 832));
      }),
      { numRuns: 8 },
    );
    const tall = createRaster(832, 1_200);
    for (let index = 0; index < tall.bits.length; index += 3) tall.bits[index] = index & 0xff;
    expect(await render(textOf(encodeZplSheet({ raster: tall, profile, media: mediaOf(0) })), 1_200)).toEqual(tall);
  });

  it('holds no command but its own, whatever the picture', () => {
    fc.assert(
      fc.property(pictures, (raster) => {
        const label = textOf(encodeZplSheet({ raster, profile, media: mediaOf(0) }));
        expect(label.match(/[\^~][A-Z0-9@]{2}/gu)).toEqual(
          '^XA ^JZ ^MU ^LR ^PM ^PO ^LH ^LS ^LT ^MN ^MM ^PW ^LL ^FO ^GF ^FS ^PQ ^XZ'.split(' '),
        );
        expect(label.split(/[\^~]/u)).toHaveLength(19);
      }),
    );
  });

  it('says what the paper is', () => {
    const raster = createRaster(800, 500);
    const roll = textOf(encodeZplSheet({ raster, profile, media: mediaOf(0) }));
    expect(roll).toContain('^MNN^MMC^PW832^LL500^FO0,0');
    const label = textOf(encodeZplSheet({ raster, profile: { ...profile, cutter: 'none' }, media: mediaOf(1) }));
    expect(label).toContain('^MNW^MMT^PW816^LL1200^FO16,0');
    expect(textOf(encodeCutOff(mediaOf(0)))).toContain('^MNN^MMC^LL81');
  });
});

it('checks as CRC-16 does', () => {
  // The check value of CRC-16/XMODEM.
  expect(checkLetters('123456789')).toBe('31C3');
});
