import { z } from 'zod';

/** What a printer says of itself, in the order in which a person must act. */
export const printerFaults = ['offline', 'cover-open', 'paper-out', 'cutter', 'overheated', 'hung', 'faulty'] as const;
export type PrinterFault = (typeof printerFaults)[number];

export interface PrinterStatus {
  /** Empty when it can print. */
  readonly faults: readonly PrinterFault[];
  readonly paperLow: boolean;
}

export const visitorDocuments = ['badge', 'map', 'route'] as const;
export type VisitorDocument = (typeof visitorDocuments)[number];

/** `test` is the page that shows a technician alignment, density, scripts and cutter. */
export const printDocuments = [...visitorDocuments, 'test'] as const;
export type PrintDocument = (typeof printDocuments)[number];

/** A reprint carries the word on its picture. */
export const printCopies = ['first', 'reprint'] as const;
export type PrintCopy = (typeof printCopies)[number];

/**
 * How a job ended. A socket that took the bytes proves nothing: `printed` only when the printer said so, `failed` when it surely did not
 * come out whole, `unknown` when only a person can tell, `cancelled` when the visit ended before it began and no byte of it was sent.
 * It is never repeated on its own.
 */
export const jobOutcomeSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('printed') }),
  z.strictObject({
    state: z.literal('failed'),
    fault: z.enum(printerFaults),
    /** `blank`: no dot of it was sent, so another printer may take it unasked. `begun`: some of it may be on paper. */
    paper: z.enum(['blank', 'begun']),
  }),
  z.strictObject({ state: z.literal('unknown') }),
  z.strictObject({ state: z.literal('cancelled') }),
]);
export type JobOutcome = Readonly<z.infer<typeof jobOutcomeSchema>>;

/** What a document is laid out for, in dots of the print area: what a head cannot reach is not in it. */
export const mediaSchema = z.strictObject({
  widthDots: z.int().min(203).max(4096),
  /** Of a sheet or label; null for a roll, of which each document takes what it needs. */
  heightDots: z.int().min(203).max(6000).nullable(),
  /** 180: Epson's TM-T88 and its kin. */
  dotsPerInch: z.union([z.literal(180), z.literal(203), z.literal(300)]),
});
export type Media = z.infer<typeof mediaSchema>;

/**
 * Rolls by the width that is printed, not the width of the roll: a usual 80 mm roll prints 72 mm, a usual 58 mm roll 48 mm. Sheets have a
 * margin of 5 mm all round, which every office printer can reach. Brother's labels by the dots of its raster command reference.
 */
export const standardMedia = {
  '48mm': { widthDots: 384, heightDots: null, dotsPerInch: 203 },
  '58mm': { widthDots: 464, heightDots: null, dotsPerInch: 203 },
  '72mm': { widthDots: 576, heightDots: null, dotsPerInch: 203 },
  '80mm': { widthDots: 640, heightDots: null, dotsPerInch: 203 },
  '104mm': { widthDots: 1228, heightDots: null, dotsPerInch: 300 },
  '104mm-203': { widthDots: 832, heightDots: null, dotsPerInch: 203 },
  '62mm': { widthDots: 696, heightDots: null, dotsPerInch: 300 },
  '62x100mm': { widthDots: 696, heightDots: 1109, dotsPerInch: 300 },
  '100x150mm': { widthDots: 800, heightDots: 1200, dotsPerInch: 203 },
  A6: { widthDots: 1122, heightDots: 1630, dotsPerInch: 300 },
  A5: { widthDots: 1630, heightDots: 2362, dotsPerInch: 300 },
  A4: { widthDots: 2362, heightDots: 3390, dotsPerInch: 300 },
} as const satisfies Record<string, Media>;
export type MediaName = keyof typeof standardMedia;
