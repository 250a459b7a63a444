import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesPerRow, createRaster, isBlack, setBlack, type Raster } from '../../../domain/raster.ts';
import { encodeRows, shiftRight } from './raster-rows.ts';

/** The naive reading of the commands, to compare with. */
function decode(commands: Uint8Array, { width, height }: Raster): Raster {
  const raster = createRaster(width, height);
  let y = 0;
  for (let at = 0; at < commands.length;) {
    if (commands[at] === 0x62) {
      const count = (commands[at + 1] ?? 0) + (commands[at + 2] ?? 0) * 256;
      raster.bits.set(commands.subarray(at + 3, at + 3 + count), y * bytesPerRow(width));
      at += 3 + count;
      y += 1;
    } else {
      expect(Buffer.from(commands.subarray(at, at + 4)).toString('latin1')).toBe('\u001b*rY');
      const end = commands.indexOf(0, at);
      y += Number(Buffer.from(commands.subarray(at + 4, end)).toString('latin1'));
      at = end + 1;
    }
  }
  expect(y).toBe(height);
  return raster;
}

function holdsCommand(commands: Uint8Array): boolean {
  const text = Buffer.from(commands).toString('latin1');
  return text.includes('\u001b\u0006') || text.includes('\u001b\u001d\u0003');
}

/** Pictures made of the very bytes that make commands, of white, and of anything, at every width we print. */
const rasters = fc
  .record({
    width: fc.integer({ min: 384, max: 1228 }),
    height: fc.integer({ min: 0, max: 24 }),
    bytes: fc.infiniteStream(
      fc.oneof(fc.constantFrom(0x1b, 0x06, 0x18, 0x1d, 0x03, 0x01, 0, 0), fc.integer({ min: 0, max: 255 })),
    ),
    whiteRows: fc.array(fc.nat(23)),
  })
  .map(({ width, height, bytes, whiteRows }) => {
    const raster = createRaster(width, height);
    const padding = bytesPerRow(width) * 8 - width;
    for (let index = 0; index < raster.bits.length; index += 1) {
      const isRowEnd = index % bytesPerRow(width) === bytesPerRow(width) - 1;
      const byte = (bytes.next().value ?? 0) & (isRowEnd ? (0xff << padding) & 0xff : 0xff);
      raster.bits[index] = whiteRows.includes(Math.floor(index / bytesPerRow(width))) ? 0 : byte;
    }
    return raster;
  });

describe('encodeRows', () => {
  it('prints what it says it prints, without a command in any row', () => {
    fc.assert(
      fc.property(rasters, (raster) => {
        const { commands, sent } = encodeRows(raster);
        expect(Buffer.compare(decode(commands, raster).bits, sent.bits)).toBe(0);
        expect(holdsCommand(commands)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('only adds dots, on the raster, in the bytes that would have been commands', () => {
    fc.assert(
      fc.property(rasters, (raster) => {
        const { sent } = encodeRows(raster);
        for (const [index, byte] of sent.bits.entries()) {
          const before = raster.bits[index] ?? 0;
          if (byte === before) continue;
          expect([before, byte]).toEqual(before === 0x06 ? [0x06, 0x0e] : [0x1d, 0x1f]);
          expect(raster.bits[index - 1]).toBe(0x1b);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not pay for white', () => {
    const raster = createRaster(576, 800);
    for (let y = 100; y < 140; y += 1) for (let x = 0; x < 200; x += 1) setBlack(raster, x, y);
    expect(encodeRows(raster).commands.length).toBeLessThan(40 * (25 + 3) + 2 * 9);
  });

  it('moves a picture to where the head begins', () => {
    const raster = createRaster(400, 1);
    setBlack(raster, 0, 0);
    setBlack(raster, 399, 0);
    const shifted = shiftRight(raster, 5);
    expect([0, 5, 404].map((x) => isBlack(shifted, x, 0))).toEqual([false, true, true]);
  });
});
