import { printerFaults, type PrinterFault, type PrinterStatus } from '../../../domain/print-job.ts';
import type { Reply } from './replies.ts';

/** What the printer says of itself, and of what it still has to do. */
export interface ZplStatus extends PrinterStatus {
  /** Somebody pressed PAUSE, or an error that is over left it so; nothing else is the matter. */
  readonly isOnlyPaused: boolean;
  /** Labels that it was sent and has not printed; null where it did not say. */
  readonly waiting: number | null;
}

export interface Signs {
  readonly hostStatus?: Extract<Reply, { kind: 'host-status' }>;
  readonly errors?: Extract<Reply, { kind: 'errors' }>;
}

/** Bits of `~HQES`, group 1 (ZPL II Programming Guide, `~HQ`, "Error Flags (~HQES)" and "Warning Flags (~HQES)"). */
const errorBits = {
  mediaOut: 0x1,
  ribbonOut: 0x2,
  headOpen: 0x4,
  cutterFault: 0x8,
  headTooHot: 0x10,
  motorTooHot: 0x20,
  paused: 0x1_0000,
} as const;
const knownErrors = Object.values(errorBits).reduce((all, bit) => all | bit, 0);
const paperNearEnd = 0x8;

/**
 * Reads `~HS` (ZPL II Programming Guide, `~HS`, strings 1 and 2) and `~HQES` together: only the first tells what waits, only the second of the
 * cutter, and a printer in trouble may answer but one of them.
 */
export function decodeStatus({ hostStatus, errors }: Signs): ZplStatus {
  const { first = [], second = [] } = hostStatus ?? {};
  const bits = errors?.errors ?? 0;
  const isFlag = (field: string | undefined): boolean => field?.trim() === '1';
  const isPaused = isFlag(first[2]) || (bits & errorBits.paused) !== 0;
  const signs: Record<Exclude<PrinterFault, 'hung' | 'offline'>, boolean> = {
    'cover-open': isFlag(second[2]) || (bits & errorBits.headOpen) !== 0,
    'paper-out': isFlag(first[1]) || (bits & errorBits.mediaOut) !== 0,
    cutter: (bits & errorBits.cutterFault) !== 0,
    overheated: isFlag(first[11]) || (bits & (errorBits.headTooHot | errorBits.motorTooHot)) !== 0,
    // A ribbon is not paper: whoever reads "load paper" would look in the wrong place.
    faulty:
      isFlag(first[9]) ||
      isFlag(second[3]) ||
      (bits & errorBits.ribbonOut) !== 0 ||
      (errors?.hasError === true && ((bits & ~knownErrors) !== 0 || bits === 0)),
  };
  const faults = printerFaults.filter((fault) => fault !== 'hung' && fault !== 'offline' && signs[fault]);
  return {
    faults: faults.length === 0 && isPaused ? ['offline'] : faults,
    paperLow: ((errors?.warnings ?? 0) & paperNearEnd) !== 0,
    isOnlyPaused: faults.length === 0 && isPaused,
    waiting: hostStatus === undefined ? null : count(first[4]) + count(second[8]),
  };
}

function count(field: string | undefined): number {
  const number = Number(field);
  return Number.isSafeInteger(number) ? number : 0;
}
