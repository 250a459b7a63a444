import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesPerRow, createRaster, fromRgba, isBlack, setBlack } from './raster.ts';

const size = fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 12 }) });

describe('a raster', () => {
  it('holds exactly the dots that were set, and no bit beyond its width', () => {
    const dots = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 });
    fc.assert(
      fc.property(size, dots, ({ width, height }, picked) => {
        const raster = createRaster(width, height);
        const black = new Set(picked.map(([x, y]) => `${x % width} ${y % height}`));
        for (const [x, y] of picked) setBlack(raster, x % width, y % height);
        let count = 0;
        for (let y = 0; y < height; y += 1) {
          for (let x = 0; x < width; x += 1) {
            expect(isBlack(raster, x, y)).toBe(black.has(`${x} ${y}`));
          }
        }
        for (const byte of raster.bits) count += byte.toString(2).replaceAll('0', '').length;
        expect(count).toBe(black.size);
        expect(raster.bits).toHaveLength(bytesPerRow(width) * height);
      }),
    );
  });

  it('puts the leftmost dot into the highest bit', () => {
    const raster = createRaster(9, 2);
    setBlack(raster, 0, 0);
    setBlack(raster, 8, 1);
    expect([...raster.bits]).toEqual([0x80, 0, 0, 0x80]);
  });

  it.each([
    [-1, 0],
    [8, 0],
    [0, 2],
  ])('has no dot at %i, %i', (x, y) => {
    expect(() => {
      setBlack(createRaster(8, 2), x, y);
    }).toThrow('the dot lies on the raster');
  });
});

describe('fromRgba', () => {
  it.each([
    ['black', [0, 0, 0, 255], true],
    ['white', [255, 255, 255, 255], false],
    ['nothing, which is the white of the paper', [0, 0, 0, 0], false],
    ['half-transparent black, which is grey just above the middle', [0, 0, 0, 127], false],
    ['blue, which looks dark', [0, 0, 255, 255], true],
    ['yellow, which looks light', [255, 255, 0, 255], false],
    ['half-transparent black on the other side of the middle', [0, 0, 0, 128], true],
    ['the first grey that is white', [128, 128, 128, 255], false],
    ['the last grey that is black', [127, 127, 127, 255], true],
  ])('takes %s', (_what, pixel, black) => {
    expect(isBlack(fromRgba(pixel, 1, 1), 0, 0)).toBe(black);
  });

  it('decides every dot on its own, whatever stands beside it', () => {
    fc.assert(
      fc.property(
        size,
        fc.infiniteStream(fc.nat(255)),
        fc.integer({ min: 0, max: 256 }),
        ({ width, height }, stream, threshold) => {
          const pixels = Array.from({ length: width * height }, () =>
            Array.from({ length: 4 }, () => Number(stream.next().value)),
          );
          const whole = fromRgba(pixels.flat(), width, height, threshold);
          for (const [index, pixel] of pixels.entries()) {
            const alone = isBlack(fromRgba(pixel, 1, 1, threshold), 0, 0);
            expect(isBlack(whole, index % width, Math.floor(index / width))).toBe(alone);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
