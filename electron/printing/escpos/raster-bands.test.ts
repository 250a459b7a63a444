import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesPerRow, createRaster, isBlack, setBlack, type Raster } from '../../../domain/raster.ts';
import { bandBytesAtMost, encodeRaster } from './raster-bands.ts';

/** The naive reading of the commands, to compare with. */
function decode(commands: Uint8Array, { width, height }: Raster): Raster {
  const raster = createRaster(width, height);
  let row = 0;
  for (let at = 0; at < commands.length;) {
    expect([...commands.subarray(at, at + 4)]).toEqual([0x1d, 0x76, 0x30, 0]);
    const bandWidth = (commands[at + 4] ?? 0) + (commands[at + 5] ?? 0) * 256;
    const rows = (commands[at + 6] ?? 0) + (commands[at + 7] ?? 0) * 256;
    expect(bandWidth * rows).toBeLessThanOrEqual(bandBytesAtMost);
    at += 8;
    for (const end = row + rows; row < end; row += 1, at += bandWidth) {
      raster.bits.set(commands.subarray(at, at + bandWidth), row * bytesPerRow(width));
    }
  }
  expect(row).toBe(height);
  return raster;
}

function runsOf(bytes: Uint8Array): number {
  return bytes.filter((byte, index) => bytes[index - 1] === 0x10 && [0x04, 0x05, 0x14].includes(byte)).length;
}

/** Pictures made of the very bytes that make real-time commands, of white, and of anything, at every width we print. */
const rasters = fc
  .record({
    width: fc.integer({ min: 384, max: 1228 }),
    height: fc.integer({ min: 1, max: 24 }),
    bytes: fc.infiniteStream(
      fc.oneof(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x00, 0x00), fc.integer({ min: 0, max: 255 })),
    ),
  })
  .map(({ width, height, bytes }) => {
    const raster = createRaster(width, height);
    const padding = bytesPerRow(width) * 8 - width;
    for (let index = 0; index < raster.bits.length; index += 1) {
      const isRowEnd = index % bytesPerRow(width) === bytesPerRow(width) - 1;
      raster.bits[index] = (bytes.next().value ?? 0) & (isRowEnd ? (0xff << padding) & 0xff : 0xff);
    }
    return raster;
  });

describe('encodeRaster', () => {
  it('prints what it says it prints, without a real-time command anywhere', () => {
    fc.assert(
      fc.property(rasters, (raster) => {
        const { commands, sent } = encodeRaster(raster);
        expect(Buffer.compare(decode(commands, raster).bits, sent.bits)).toBe(0);
        expect(runsOf(commands)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('only adds dots, one for each run that it breaks, beside a black dot', () => {
    fc.assert(
      fc.property(rasters, (raster) => {
        const { sent } = encodeRaster(raster);
        for (const [index, byte] of sent.bits.entries()) {
          const before = raster.bits[index] ?? 0;
          if (byte === before) continue;
          expect([0x04, 0x05, 0x14]).toContain(before);
          expect(byte).toBe(before | 0x08);
          expect(index % bytesPerRow(raster.width) === 0 || raster.bits[index - 1] === 0x10).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a picture without such runs alone', () => {
    const raster = createRaster(576, 300);
    for (let y = 0; y < 300; y += 7) for (let x = 0; x < 576; x += 3) setBlack(raster, x, y);
    expect(encodeRaster(raster).sent).toEqual(raster);
  });

  it('does not pay for white', () => {
    const raster = createRaster(576, 800);
    for (let y = 100; y < 140; y += 1) for (let x = 0; x < 200; x += 1) setBlack(raster, x, y);
    expect(isBlack(encodeRaster(raster).sent, 199, 139)).toBe(true);
    expect(encodeRaster(raster).commands.length).toBeLessThan(40 * 25 + 760 + 6 * 8 + 1);
  });

  it('sends nothing for nothing', () => {
    expect(encodeRaster(createRaster(576, 0)).commands).toHaveLength(0);
  });
});
