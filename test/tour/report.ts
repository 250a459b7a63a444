import type { JobOutcome, VisitorDocument } from '../../domain/print-job.ts';
import type { Language } from '../../domain/localised.ts';
import type { Stop } from '../journeys/visit.ts';

export interface StepReport {
  readonly stop: Stop | 'half-way' | 'idle-warning' | 'wiped' | 'failure';
  /** File name; null where none is taken. */
  readonly screenshot: string | null;
  /** From the picture before to this one. */
  readonly milliseconds: number;
}

export interface SheetReport {
  readonly document: VisitorDocument;
  /** As the screen told it. */
  readonly state: JobOutcome['state'];
  /** File names: what the bytes draw, and the bytes. */
  readonly picture: string;
  readonly bytes: string;
  readonly byteCount: number;
  readonly rows: number;
  /** What the QR code on the paper says. */
  readonly qr: string | null;
}

export interface JourneyReport {
  readonly journey: 'walk-in' | 'job-search' | 'walk' | 'idle-wipe';
  readonly language: Language;
  readonly steps: readonly StepReport[];
  readonly sheets: readonly SheetReport[];
  readonly problems: readonly string[];
}

export interface NameReport {
  readonly name: string;
  readonly latin: string;
  readonly outcome: 'badge' | 'refused' | 'failed';
  /** What is on the badge: the own spelling was refused when it is `latin`. */
  readonly spelling: 'own' | 'latin' | null;
  /** Codes of the table of errors whose words stood on the screen. */
  readonly refusals: readonly string[];
  readonly claimCode: string | null;
  readonly byteCount: number | null;
  /** To the badge on the screen; from the touch on "Print" to the end of the job; of the whole visit. Null where it did not come so far. */
  readonly milliseconds: { readonly form: number | null; readonly print: number | null; readonly whole: number };
  readonly screenshot: string | null;
  readonly problems: readonly string[];
}
