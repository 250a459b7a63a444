import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '../../domain/assert.ts';
import type { Media } from '../../domain/print-job.ts';
import type { Raster } from '../../domain/raster.ts';
import type { Printer, PrintJob } from './printer.ts';
import { encodePng } from './raster-png.ts';

export interface FolderPrinterParts {
  readonly folder: string;
  readonly media: Media;
  /** The bytes that a printer would get, to lie beside the picture. */
  readonly stream?: { readonly encode: (raster: Raster) => Uint8Array; readonly ending: string };
}

/**
 * Prints each sheet as a PNG into a folder, for development, for machines without a printer, and for technicians who want to see what a model
 * would be sent.
 */
export function createFolderPrinter({ folder, media, stream }: FolderPrinterParts): Printer {
  return {
    media,
    async status() {
      try {
        await mkdir(folder, { recursive: true });
        await access(folder, constants.W_OK | constants.X_OK);
        return { faults: [], paperLow: false };
      } catch {
        return { faults: ['faulty'], paperLow: false };
      }
    },
    async print(job) {
      const path = join(folder, sheetName(job));
      try {
        await mkdir(folder, { recursive: true });
        if (stream !== undefined) await writeWhole(`${path}.${stream.ending}`, stream.encode(job.raster));
        await writeWhole(`${path}.png`, encodePng(job.raster));
        return { state: 'printed' };
      } catch {
        return { state: 'failed', fault: 'faulty', paper: 'blank' };
      }
    },
    close: () => Promise.resolve(),
  };
}

/** Job and document only: a file name outlives the visit, so it holds nothing personal. */
function sheetName({ id, document }: PrintJob): string {
  assert(/^[0-9a-z-]+$/iu.test(id), 'a job id holds letters, digits and dashes only');
  return `${id}-${document}`;
}

/** Whoever looks into the folder, also after a power cut, finds whole sheets or none. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.part`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
