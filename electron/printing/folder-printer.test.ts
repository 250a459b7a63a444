import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standardMedia } from '../../domain/print-job.ts';
import { createRaster, fromRgba, setBlack } from '../../domain/raster.ts';
import { createFolderPrinter } from './folder-printer.ts';

const media = standardMedia['72mm'];
const id = '0196f2d0-7c1a-7000-8000-00000000000a';
let root: string;
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'foyer-sheets-'))));
afterEach(() => rm(root, { recursive: true }));

describe('createFolderPrinter', () => {
  it('writes each sheet as a picture, dot for dot, under job and document only', async () => {
    const folder = join(root, 'made', 'by', 'it');
    const printer = createFolderPrinter({ folder, media });
    const raster = createRaster(21, 9);
    setBlack(raster, 0, 0);
    setBlack(raster, 20, 8);

    expect(await printer.status()).toEqual({ faults: [], paperLow: false });
    expect(await printer.print({ id, document: 'badge', raster })).toEqual({ state: 'printed' });
    expect(await readdir(folder)).toEqual([`${id}-badge.png`]);
    const png = PNG.sync.read(await readFile(join(folder, `${id}-badge.png`)));
    expect(fromRgba(png.data, png.width, png.height)).toEqual(raster);
  });

  it('says so where the folder cannot be written', async () => {
    const file = join(root, 'a-file');
    await writeFile(file, '');
    const printer = createFolderPrinter({ folder: join(file, 'sheets'), media });
    expect(await printer.status()).toEqual({ faults: ['faulty'], paperLow: false });
    expect(await printer.print({ id, document: 'map', raster: createRaster(8, 8) })).toEqual({
      state: 'failed',
      fault: 'faulty',
      paper: 'blank',
    });
  });

  it('never lets an id lead out of the folder', async () => {
    const printer = createFolderPrinter({ folder: root, media });
    const job = { id: '../escaped', document: 'badge', raster: createRaster(8, 8) } as const;
    await expect(printer.print(job)).rejects.toThrow('a job id holds');
    expect(await readdir(root)).toEqual([]);
  });
});
