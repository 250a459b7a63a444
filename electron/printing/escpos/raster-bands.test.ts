import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesPerRow, createRaster, isBlack, setBlack, type Raster } from '../../../domain/raster.ts';
import { bandBytesAtMost, encodeRaster } from './raster-bands.ts';

/** The naive reading of the commands, to compare with. */
function decode(commands: Uint8Array, { width, height }: Raster): Raster {
  const raster = createRaster(width, height);
  let row = 0;
  for (let at = 0; at < commands.length;) {
    expect([...commands.subarray(at, at + 3)]).toEqual([0x1d, 0x76, 0x30]);
    const mode = commands[at + 3] ?? 0;
    expect(mode & ~3).toBe(0);
    const [across, down] = [mode & 1 ? 2 : 1, mode & 2 ? 2 : 1];
    const bandWidth = (commands[at + 4] ?? 0) + (commands[at + 5] ?? 0) * 256;
    const rows = (commands[at + 6] ?? 0) + (commands[at + 7] ?? 0) * 256;
    expect(bandWidth * rows).toBeLessThanOrEqual(bandBytesAtMost);
    at += 8;
    const band = { width: bandWidth * 8, height: rows, bits: commands.subarray(at, at + bandWidth * rows) };
    for (let y = 0; y < rows * down; y += 1) {
      for (let x = 0; x < Math.min(width, band.width * across); x += 1) {
        if (isBlack(band, Math.floor(x / across), Math.floor(y / down))) setBlack(raster, x, row + y);
      }
    }
    at += bandWidth * rows;
    row += rows * down;
  }
  expect(row).toBe(height);
  return raster;
}

function runsOf(bytes: Uint8Array): number {
  return bytes.filter((byte, index) => bytes[index - 1] === 0x10 && [0x04, 0x05, 0x14].includes(byte)).length;
}

/** As badges are: rows that come again and again, dots in pairs, edges that are none of it. */
const drawings = fc
  .record({
    width: fc.integer({ min: 384, max: 700 }),
    boxes: fc.array(
      fc.record({
        left: fc.nat(380),
        top: fc.nat(60),
        across: fc.integer({ min: 1, max: 300 }),
        down: fc.integer({ min: 1, max: 30 }),
        step: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ width, boxes }) => {
    const raster = createRaster(width, 95);
    for (const { left, top, across, down, step } of boxes) {
      for (let y = top; y < top + down; y += 1)
        for (let x = left; x < Math.min(width, left + across); x += 1)
          if (Math.floor(x / step) % 2 === 0) setBlack(raster, x, y);
    }
    return raster;
  });

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
      fc.property(fc.oneof(rasters, drawings), (raster) => {
        const { commands, sent } = encodeRaster(raster);
        expect(Buffer.compare(decode(commands, raster).bits, sent.bits)).toBe(0);
        expect(runsOf(commands)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('only adds dots, one for each run that it breaks, beside a black dot', () => {
    fc.assert(
      fc.property(fc.oneof(rasters, drawings), (raster) => {
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

  it('pays once for what comes twice', () => {
    const raster = createRaster(576, 200);
    for (let y = 0; y < 200; y += 1) for (let x = 0; x < 576; x += 1) setBlack(raster, x, y);
    expect(encodeRaster(raster).commands.length).toBeLessThan((72 * 200) / 4 + 2 * 8);
    for (let y = 0; y < 200; y += 1) raster.bits.fill(0xfb, y * 72, y * 72 + 72);
    const { commands, sent } = encodeRaster(raster);
    expect(commands.length).toBeLessThanOrEqual((72 * 200) / 2 + 2 * 8);
    expect(sent).toEqual(raster);
  });

  it('sends nothing for nothing', () => {
    expect(encodeRaster(createRaster(576, 0)).commands).toHaveLength(0);
  });
});
