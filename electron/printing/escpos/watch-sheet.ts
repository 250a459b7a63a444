import type { PrinterStatus } from '../../../domain/print-job.ts';
import { err, type Result } from '../../../domain/result.ts';
import { askStatus } from './conversation.ts';
import { breakingFaults, type Sheet } from './sheet.ts';

/** The slowest receipt printers move 80 mm/s, at 8 dots/mm. */
const slowestRowMilliseconds = 1.6;

/** How often a printer may say that all is well while the sheet does not end. */
const quietTurnsAtMost = 2;

export interface SheetWatch {
  /** Why there is nothing more to wait for: nothing is heard, or what the printer says of itself. */
  readonly gaveUp: Promise<Result<never, 'silent' | PrinterStatus>>;
  /** It took something, or said something. */
  readonly noteSign: () => void;
  readonly noteStatus: (status: PrinterStatus) => void;
  readonly noteSent: () => void;
  readonly stop: () => void;
}

/**
 * Notices within 5 s that a printer has stopped in the middle of a sheet. It asks for a sign of life when none came for as long as the sheet
 * may take; one that names a cause that passes by itself, such as a hot head, is waited for.
 */
export function watchSheet(sheet: Sheet): SheetWatch {
  const { connection, rows, answerMilliseconds, settleMilliseconds, onStatus } = sheet;
  const { promise: gaveUp, resolve } = Promise.withResolvers<Result<never, 'silent' | PrinterStatus>>();
  let timer: NodeJS.Timeout | undefined;
  let isSent = false;
  let isStopped = false;
  let quietTurns = 0;
  let status: PrinterStatus = { faults: [], paperLow: false };
  let pausedSince: number | null = null;

  function waitAgain(milliseconds: number): void {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void check(), milliseconds);
  }

  function noteStatus(next: PrinterStatus): void {
    status = next;
    pausedSince = next.faults.length > 0 ? (pausedSince ?? performance.now()) : null;
    onStatus(next);
  }

  function noteSign(): void {
    waitAgain(isSent ? answerMilliseconds + rows * slowestRowMilliseconds : 2 * answerMilliseconds);
  }

  async function check(): Promise<void> {
    const isPaused = pausedSince !== null;
    if (!isSent && !isPaused) {
      resolve(err('silent'));
      return;
    }
    if (isSent) {
      const asked = await askStatus({ connection, answerMilliseconds });
      if (isStopped) return;
      if (!asked.ok) {
        // The end of the connection is told by whoever waits for the sheet's end.
        if (asked.reason === 'silent') resolve(err('silent'));
        return;
      }
      noteStatus(asked.value);
      quietTurns += asked.value.faults.length === 0 ? 1 : 0;
    }
    const isBroken = status.faults.some((fault) => breakingFaults.includes(fault));
    const isPausedTooLong = pausedSince !== null && performance.now() - pausedSince > settleMilliseconds;
    if (isBroken || isPausedTooLong || quietTurns >= quietTurnsAtMost) resolve(err(status));
    else waitAgain(answerMilliseconds);
  }

  noteSign();
  return {
    gaveUp,
    noteSign,
    noteStatus,
    noteSent() {
      isSent = true;
      noteSign();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
