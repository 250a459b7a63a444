import { printerFaults, type PrinterFault, type PrinterStatus } from '../../../domain/print-job.ts';

/** The 32 bytes that the printer says of itself (Raster Command Reference, 4 "Status information request", tables 1 to 7). */
export interface QlStatus extends PrinterStatus {
  readonly modelCode: number;
  readonly tape: { readonly widthMillimetres: number; readonly lengthMillimetres: number };
  readonly kind: 'reply' | 'completed' | 'error' | 'turned-off' | 'notification' | 'phase';
  readonly isPrinting: boolean;
  /** The head cools down, or has cooled down; null: not said. */
  readonly isCooling: boolean | null;
}

export const statusBytes = 32;

const kinds = new Map<number, QlStatus['kind']>([
  [0x00, 'reply'],
  [0x01, 'completed'],
  [0x02, 'error'],
  [0x04, 'turned-off'],
  [0x05, 'notification'],
  [0x06, 'phase'],
]);

/** Error information 1 (low byte) and 2 (high byte). */
const errorBits: Record<Exclude<PrinterFault, 'hung' | 'overheated'>, number> = {
  offline: 0x0030,
  'cover-open': 0x1000,
  // None, its end, another kind than was asked for, or it cannot be fed: whoever looks at the roll finds it.
  'paper-out': 0x4103,
  cutter: 0x0004,
  faulty: 0xaec8,
};

const coolingBegun = 3;
const coolingEnded = 4;

/** Null: no status of Brother's, or of a kind that nobody knows. */
export function decodeStatus(bytes: Uint8Array): QlStatus | null {
  const kind = kinds.get(bytes[18] ?? -1);
  if (bytes.length !== statusBytes || bytes[0] !== 0x80 || bytes[1] !== statusBytes || kind === undefined) return null;
  const errors = (bytes[8] ?? 0) | ((bytes[9] ?? 0) << 8);
  const hasNoTape = bytes[11] === 0;
  const notification = kind === 'notification' ? bytes[22] : undefined;
  const isCooling = notification === coolingBegun ? true : notification === coolingEnded ? false : null;
  const faults = printerFaults.filter((fault) => {
    if (fault === 'hung') return false;
    if (fault === 'overheated') return isCooling === true;
    // With its cover open it sees no roll, either.
    if (fault === 'paper-out' && hasNoTape && kind === 'reply') return (errors & errorBits['cover-open']) === 0;
    if (fault === 'offline' && kind === 'turned-off') return true;
    return (errors & errorBits[fault]) !== 0;
  });
  return {
    kind,
    faults,
    // It has no sensor for a roll that ends soon.
    paperLow: false,
    modelCode: bytes[4] ?? 0,
    tape: { widthMillimetres: bytes[10] ?? 0, lengthMillimetres: bytes[17] ?? 0 },
    isPrinting: bytes[19] === 1,
    isCooling,
  };
}
