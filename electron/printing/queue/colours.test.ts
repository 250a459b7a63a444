import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { standardMedia } from '../../../domain/print-job.ts';
import { createRaster, setBlack, type Raster, type Tint } from '../../../domain/raster.ts';
import { encodeQueueSheet } from './encode-queue-sheet.ts';
import { splitPages } from './split-pages.ts';

const media = { name: 'A6', ...standardMedia.A6, leftDots: 0, rollMillimetres: null, sheets: null };
const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;

/** Two bars, the second in a colour. */
function twoBars(tints: readonly Tint[]): Raster {
  const raster = createRaster(media.widthDots, 900);
  for (const top of [100, 700]) {
    for (let y = top; y < top + 100; y += 1) for (let x = 200; x < 900; x += 1) setBlack(raster, x, y);
  }
  return { ...raster, tints };
}

it.runIf(hasPoppler)('prints the rows of a tint in its colour, and all else as it was (needs pdftoppm)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-tints-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const render = (raster: Raster) => {
    writeFileSync(join(folder, 'sheet.pdf'), encodeQueueSheet({ raster, media }));
    execFileSync('pdftoppm', ['-r', '300', '-aa', 'no', '-aaVector', 'no', 'sheet.pdf', 'sheet'], { cwd: folder });
    return readPpm(readFileSync(join(folder, 'sheet-1.ppm')));
  };
  const black = render({ ...twoBars([]), tints: [] });
  const tinted = render(twoBars([{ top: 690, height: 120, colour: '#b5471b' }]));
  const margin = Math.round((5 * 300) / 25.4);
  expect(tinted.at(400 + margin, 150 + margin)).toEqual([0, 0, 0]);
  expect(tinted.at(400 + margin, 750 + margin)).toEqual([0xb5, 0x47, 0x1b]);
  expect(tinted.at(400 + margin, 500 + margin)).toEqual([255, 255, 255]);
  expect(tinted.countInk()).toBe(black.countInk());
});

it('leaves the file as it was for a sheet without colours', () => {
  const { tints: _, ...plain } = twoBars([]);
  const file = encodeQueueSheet({ raster: plain, media });
  expect(file.includes('/ImageMask')).toBe(false);
  expect(
    encodeQueueSheet({ raster: twoBars([{ top: 0, height: 9, colour: '#123456' }]), media }).includes('/ImageMask'),
  ).toBe(true);
});

it('cuts a tint with the page that it goes over', () => {
  const pages = splitPages({ ...createRaster(64, 250), tints: [{ top: 80, height: 60, colour: '#b5471b' }] }, 100);
  expect(pages.map(({ height, tints }) => ({ height, tints }))).toEqual([
    { height: 100, tints: [{ top: 80, height: 20, colour: '#b5471b' }] },
    { height: 100, tints: [{ top: 0, height: 40, colour: '#b5471b' }] },
    { height: 50, tints: undefined },
  ]);
});

/** A binary portable pixmap (netpbm, P6). */
function readPpm(file: Buffer) {
  const [, width = '0', height = '0'] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64)) ?? [];
  const pixels = file.subarray(file.length - Number(width) * Number(height) * 3);
  const at = (x: number, y: number) => [
    ...pixels.subarray((y * Number(width) + x) * 3, (y * Number(width) + x) * 3 + 3),
  ];
  return {
    at,
    countInk: () => {
      let count = 0;
      for (let index = 0; index < pixels.length; index += 3) if (pixels[index + 2] !== 255) count += 1;
      return count;
    },
  };
}
