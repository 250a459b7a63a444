import type { Media } from '../../domain/print-job.ts';
import type { PrinterProfile } from '../../domain/printer-profile.ts';
import type { Raster } from '../../domain/raster.ts';
import type { ConnectPrinter } from './connection/printer-connection.ts';

/** One of a profile's media: `widthDots`, `heightDots` (null = roll), `dotsPerInch`, `leftDots`, name. */
export type PrinterMedia = PrinterProfile['media'][number];

/** What a document has to know of it: what `Printer.media` is. */
export function toMedia({ widthDots, heightDots, dotsPerInch }: PrinterMedia): Media {
  return { widthDots, heightDots, dotsPerInch };
}

/** Milliseconds. */
export interface DriverTimeouts {
  /** Until the printer accepts the connection. */
  readonly connect: number;
  /** Until it answers a question. */
  readonly answer: number;
  /** Until it takes the next 4 KB of a sheet. */
  readonly drain: number;
  /** Until it says how a sheet ended, from the last byte. A slow printer needs 5 s for a long map. */
  readonly settle: number;
  /** How long another kiosk's sheet on a shared printer is waited for. */
  readonly turn: number;
}

/** Connect and answer together stay below 4 s, so that a state is right within 5 s. */
export const usualTimeouts: DriverTimeouts = {
  connect: 2_000,
  answer: 1_500,
  drain: 10_000,
  settle: 15_000,
  turn: 20_000,
};

/** What every driver of a byte stream is made of. */
export interface DriverParts {
  readonly connect: ConnectPrinter;
  readonly profile: PrinterProfile;
  readonly media: PrinterMedia;
  /** Other kiosks print on it as well: silence before the first answer of a job is waited out up to `turn`. */
  readonly isShared: boolean;
  /** Of one on the network, for what it does not tell on the port that prints. */
  readonly host?: string;
  readonly timeouts?: DriverTimeouts;
}

/** A sheet whose bytes are wanted without a printer. */
export interface SheetToEncode {
  readonly raster: Raster;
  readonly profile: PrinterProfile;
  readonly media: PrinterMedia;
}
