import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { standardMedia, type MediaName } from '../../../domain/print-job.ts';
import { bytesPerRow, createRaster, setBlack, type Raster } from '../../../domain/raster.ts';
import { printArea } from '../../../test/simulators/ipp/ipp-bench.ts';
import { readPdf } from '../../../test/simulators/ipp/read-pdf.ts';
import { encodeQueueSheet } from './encode-queue-sheet.ts';
import { pageSizeOf } from './page-size.ts';
import { splitPages } from './split-pages.ts';

const mediaOf = (name: MediaName) => ({
  name: name.toLowerCase(),
  ...standardMedia[name],
  leftDots: 0,
  rollMillimetres: null,
  sheets: null,
});

function drawn(width: number, height: number, texture: Uint8Array): Raster {
  const raster = createRaster(width, height);
  const padding = bytesPerRow(width) * 8 - width;
  for (let index = 0; index < raster.bits.length; index += 1) {
    const isRowEnd = index % bytesPerRow(width) === bytesPerRow(width) - 1;
    raster.bits[index] = (texture[index % texture.length] ?? 0) & (isRowEnd ? (0xff << padding) & 0xff : 0xff);
  }
  return raster;
}

describe('pageSizeOf', () => {
  it.each<[MediaName, string | null, number, number]>([
    ['A4', 'iso_a4_210x297mm', 21_000, 29_700],
    ['A5', 'iso_a5_148x210mm', 14_800, 21_000],
    ['A6', 'iso_a6_105x148mm', 10_500, 14_800],
    ['100x150mm', 'om_label_100x150mm', 10_000, 15_000],
    ['62x100mm', 'om_label_62x100mm', 6_200, 10_000],
    ['104mm', null, 11_397, 9_467],
  ])('%s is %s', (name, keyword, width, height) => {
    expect(pageSizeOf(standardMedia[name], 1_000)).toMatchObject({ keyword, width, height });
  });

  it('leaves 5 mm round a sheet, in whole dots', () => {
    expect(pageSizeOf(standardMedia.A6, 1_000)).toMatchObject({ leftDots: 59, topDots: 59 });
  });
});

describe('splitPages', () => {
  it('loses no row, and makes no page longer than the paper', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 20, max: 100 }),
        fc.uint8Array({ minLength: 1, maxLength: 50 }),
        (height, pageHeight, texture) => {
          const raster = drawn(16, height, texture);
          const pages = splitPages(raster, pageHeight);
          expect(pages.every((page) => page.height > 0 && page.height <= pageHeight)).toBe(true);
          expect(Buffer.concat(pages.map(({ bits }) => bits)).equals(raster.bits)).toBe(true);
        },
      ),
    );
  });

  it('cuts between lines where it can', () => {
    const raster = createRaster(16, 150);
    for (let y = 0; y < 150; y += 1) if (y % 30 < 25) setBlack(raster, 0, y);
    expect(splitPages(raster, 100).map(({ height }) => height)).toEqual([89, 61]);
  });
});

describe('the PDF of a sheet', () => {
  const names = fc.constantFrom<MediaName>('A6', '100x150mm', '62x100mm');

  it('holds the document dot for dot', () => {
    fc.assert(
      fc.property(names, fc.uint8Array({ minLength: 3, maxLength: 400 }), (name, texture) => {
        const media = mediaOf(name);
        const raster = drawn(media.widthDots, media.heightDots ?? 0, texture);
        const [page, ...more] = readPdf(encodeQueueSheet({ raster, media }), media.dotsPerInch);
        expect(more).toHaveLength(0);
        expect(page !== undefined && Buffer.compare(printArea(page, media).bits, raster.bits)).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  it('has as many pages as a long map needs', () => {
    const media = mediaOf('A6');
    const raster = drawn(media.widthDots, 4_000, Uint8Array.of(0xaa, 0x10));
    const pages = readPdf(encodeQueueSheet({ raster, media }), 300);
    expect(pages.map(({ width, height }) => [width, height])).toEqual(new Array(3).fill([1_240, 1_748]));
  });

  const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined;
  it.skipIf(!hasPoppler)('is the same dots to Poppler (skipped without pdftoppm)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-pdf-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    for (const name of ['A6', '100x150mm', '62x100mm'] as const) {
      const media = mediaOf(name);
      const raster = drawn(media.widthDots, media.heightDots ?? 0, Uint8Array.of(0x10, 0, 0xff, 0x81, 7, 0xe3, 0x55));
      const path = join(folder, 'sheet');
      writeFileSync(`${path}.pdf`, encodeQueueSheet({ raster, media }));
      execFileSync('pdftoppm', ['-mono', '-singlefile', '-r', String(media.dotsPerInch), `${path}.pdf`, path]);
      const page = readPbm(readFileSync(`${path}.pbm`));
      expect(Buffer.compare(printArea(page, media).bits, raster.bits)).toBe(0);
    }
  });

  it('says nothing of who printed what', () => {
    const media = mediaOf('A6');
    const text = encodeQueueSheet({ raster: createRaster(media.widthDots, 100), media }).toString('latin1');
    expect(text).not.toMatch(/Title|Author|Producer|Creator|CreationDate|\/ID/u);
  });
});

function readPbm(bytes: Buffer): Raster {
  const head = /^P4\s(\d+) (\d+)\n/u.exec(bytes.subarray(0, 40).toString('latin1'));
  return {
    width: Number(head?.[1]),
    height: Number(head?.[2]),
    bits: new Uint8Array(bytes.subarray(head?.[0].length ?? 0)),
  };
}
