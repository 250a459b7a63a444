import { z } from 'zod';
import { slugSchema } from '../../../domain/event.ts';
import type { Localised } from '../../../domain/localised.ts';
import type { JobOutcome, Media, PrintCopy, PrintDocument } from '../../../domain/print-job.ts';
import type { PrinterEntry, PrinterProfile } from '../../../domain/printer-profile.ts';
import type { PrinterReport } from '../../../domain/printer-report.ts';
import type { Raster } from '../../../domain/raster.ts';
import type { Result } from '../../../domain/result.ts';
import type { Printer } from '../printer.ts';

/** A printer of this kiosk with what the desk must know of it. */
export interface DeskPrinter {
  readonly entry: PrinterEntry;
  readonly profile: PrinterProfile;
  /** What it holds: one of the profile's. */
  readonly media: PrinterProfile['media'][number];
  readonly printer: Printer;
}

/** Where a document would go now, for the page that lays it out. */
export interface ChosenPrinter {
  readonly id: string;
  /** What is written on it for visitors; null for one in the kiosk itself. */
  readonly name: Localised | null;
  readonly collectAt: Localised | null;
  readonly media: Media;
  readonly isShared: boolean;
  /** By its last word, and not taken out of use by staff. */
  readonly isReady: boolean;
}

export interface PrintRequest {
  /** UUIDv7 of the job. */
  readonly id: string;
  readonly document: PrintDocument;
  /** A reprint carries the word on its picture. */
  readonly copy: PrintCopy;
  /** Id of the printer whose media the raster was made for. */
  readonly printer: string;
  readonly raster: Raster;
  /** Staff elsewhere asked for it, so it does not go with the visit that is under way here. */
  readonly isOrdered?: boolean;
}

/** What staff do with a printer, at the kiosk or from the hub. */
export const printerOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pause'), printer: slugSchema }),
  z.strictObject({ kind: z.literal('resume'), printer: slugSchema }),
  /** Sends its documents to another printer of this kiosk; null takes that back. */
  z.strictObject({ kind: z.literal('move'), printer: slugSchema, to: slugSchema.nullable() }),
  z.strictObject({ kind: z.literal('paper-changed'), printer: slugSchema }),
]);
export type PrinterOrder = Readonly<z.infer<typeof printerOrderSchema>>;

type Command = Result<void, 'unknown-printer'>;

/** The kiosk's printers behind one counter. */
export interface PrintDesk {
  /**
   * The first of the document's printers that is neither paused, moved nor faulted, by what is known already: it costs nothing at the tap.
   * Otherwise the first. Null when this kiosk has none for it.
   * @param tried took nothing of the sheet: then it is the next that is ready, or else one that was not when it was last looked at and may be
   * mended since; null when none is left. One that did not answer is not waited for.
   */
  choosePrinter(document: PrintDocument, tried?: readonly string[]): ChosenPrinter | null;
  /** Null when this kiosk has no such printer. */
  mediaOf(printer: string): Media | null;
  /**
   * A job id that was handed over before gets the outcome of the first time, whatever printer it names. A printer that takes no new sheet
   * (paused, moved, unknown) answers `failed`, `offline`, with blank paper. Only a test sheet comes out of it all the same.
   */
  print(request: PrintRequest): Promise<JobOutcome>;
  pause(printer: string): Command;
  resume(printer: string): Command;
  /** @param to another printer of this kiosk; null takes it back */
  move(printer: string, to: string | null): Command;
  /** Counting paper begins anew. */
  paperChanged(printer: string): Command;
  /** One of the four above. */
  command(order: PrinterOrder): Command;
  /** Every printer, in the order of the configuration. Names no visitor. */
  report(): PrinterReport[];
  /** Called after anything in the report has changed. While somebody listens, printers are looked after. @returns stops it */
  onChange(listener: () => void): () => void;
  /** The visit has ended: its jobs that have not begun end as `cancelled`, and their pictures are forgotten. */
  dropWaiting(): void;
  /** Drops what waits, lets the jobs under way end, closes the printers. */
  close(): Promise<void>;
}
