import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { z } from 'zod';
import { slugSchema } from '../../../domain/event.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { newPaper, type PaperUse } from './paper-count.ts';

/** What is kept of a printer from one start to the next. */
export interface KeptPrinter {
  readonly isPaused: boolean;
  readonly movedTo: string | null;
  readonly paper: PaperUse;
}

export const asNew: KeptPrinter = { isPaused: false, movedTo: null, paper: newPaper };

const keptSchema = z.record(
  slugSchema,
  z.strictObject({
    isPaused: z.boolean(),
    movedTo: slugSchema.nullable(),
    paper: z.strictObject({ millimetres: z.number().min(0), sheets: z.int().min(0), hasRunOut: z.boolean() }),
  }),
);

/** By id of the printer. */
export type KeptPrinters = Readonly<Record<string, KeptPrinter>>;

export interface DeskMemory {
  read(): KeptPrinters;
  /** A file that cannot be written costs nothing but a count after the next start. */
  write(printers: KeptPrinters): void;
}

/**
 * A small file beside the journal. Whoever paused a broken printer in the evening expects it to be paused in the morning, and a roll is no
 * newer because the kiosk was. It names printers and nobody else.
 */
export function createDeskMemory(path: string, logger: Logger): DeskMemory {
  return {
    read() {
      try {
        return keptSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch (error) {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        if (!isMissing) logger.warn({ err: error }, 'what was kept of the printers cannot be read; it begins anew');
        return {};
      }
    },
    write(printers) {
      try {
        writeWhole(path, `${JSON.stringify(printers, null, 2)}\n`);
      } catch (error) {
        logger.error({ err: error }, 'how the printers stand could not be kept');
      }
    },
  };
}

/** A double for tests, and where nothing shall be kept. */
export function createForgetfulMemory(): DeskMemory {
  let kept: KeptPrinters = {};
  return {
    read: () => kept,
    write(printers) {
      kept = printers;
    },
  };
}
