import { z } from 'zod';

/** What a printer says of itself, in the order in which a person must act. */
export const printerFaults = ['offline', 'cover-open', 'paper-out', 'cutter', 'overheated', 'hung', 'faulty'] as const;
export type PrinterFault = (typeof printerFaults)[number];

export interface PrinterStatus {
  /** Empty when it can print. */
  readonly faults: readonly PrinterFault[];
  readonly paperLow: boolean;
}

export const printDocuments = ['badge', 'map', 'route'] as const;
export type PrintDocument = (typeof printDocuments)[number];

/**
 * How a job ended. A socket that took the bytes proves nothing: `printed` only when the printer said so, `failed` when it surely did not
 * come out whole, `unknown` when only a person can tell, `cancelled` when the visit ended before it began and no byte of it was sent.
 * It is never repeated on its own.
 */
export type JobOutcome =
  | { readonly state: 'printed' }
  | { readonly state: 'failed'; readonly fault: PrinterFault }
  | { readonly state: 'unknown' }
  | { readonly state: 'cancelled' };

/** Dots are what a document is laid out for. */
export const mediaSchema = z.strictObject({
  /** Width of the print area. */
  widthDots: z.int().min(203).max(4096),
  dotsPerInch: z.union([z.literal(203), z.literal(300)]),
});
export type Media = z.infer<typeof mediaSchema>;

/** By the width that is printed, not the width of the roll: a usual 80 mm roll prints 72 mm, a usual 58 mm roll 48 mm. */
export const mediaWidths = {
  '48mm': { widthDots: 384, dotsPerInch: 203 },
  '58mm': { widthDots: 464, dotsPerInch: 203 },
  '72mm': { widthDots: 576, dotsPerInch: 203 },
  '80mm': { widthDots: 640, dotsPerInch: 203 },
  '104mm': { widthDots: 1228, dotsPerInch: 300 },
} as const satisfies Record<string, Media>;
export type MediaName = keyof typeof mediaWidths;
