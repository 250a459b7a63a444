import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import { createConversations } from '../conversations.ts';
import { toMedia, usualTimeouts, type DriverParts } from '../driver-parts.ts';
import { framePrinter, leaveBlank } from '../frame-printer.ts';
import type { Printer, PrintJob } from '../printer.ts';
import { askStatus, clearPrinter, getReady } from './conversation.ts';
import type { EscposConnection } from './escpos-connection.ts';
import { encodeRaster } from './raster-bands.ts';
import { takeReplies } from './replies.ts';
import { printSheet } from './sheet.ts';
import { createSilentPrinter } from './silent-printer.ts';

const wellAndFull: PrinterStatus = { faults: [], paperLow: false };

/** After these a sheet of another kiosk may have been left half out. */
const halvingFaults: readonly PrinterFault[] = ['cover-open', 'paper-out', 'cutter', 'overheated', 'hung', 'faulty'];

/**
 * An ESC/POS printer.
 *
 * It connects for each job and each look at the status. Such printers serve one client at a time, so a connection that stays open shuts
 * out the technician's doctor and a second kiosk on the same printer; many drop an idle client after 90 s without a word, which would
 * be noticed in the middle of a sheet; and opening one costs a millisecond or two.
 */
export function createEscposPrinter(parts: DriverParts): Printer {
  const { profile, media, isShared, timeouts = usualTimeouts } = parts;
  if (profile.status === 'none') return createSilentPrinter(parts);
  const { converse, ended } = createConversations({ ...parts, timeouts }, takeReplies);
  /** Paper of an unfinished sheet may stick out, and its rest may be in the printer; also of a process before this one. */
  let isSheetOpen = true;
  let lastStatus = wellAndFull;
  /** `performance.now()` since when a shared printer has not answered. */
  let silentSince: number | null = null;
  const answerMilliseconds = timeouts.answer;

  function note(status: PrinterStatus): PrinterStatus {
    lastStatus = status;
    if (isShared && status.faults.some((fault) => halvingFaults.includes(fault))) isSheetOpen = true;
    return status;
  }

  async function look(connection: EscposConnection, firstMilliseconds = answerMilliseconds): Promise<PrinterStatus> {
    const status = await askStatus({ connection, answerMilliseconds, firstMilliseconds });
    if (status.ok) return note(status.value);
    return note({ faults: [status.reason === 'silent' ? 'hung' : 'offline'], paperLow: false });
  }

  /** Silence of a shared printer that serves another kiosk is no fault until that kiosk must have ended. */
  async function lookAtShared(connection: EscposConnection): Promise<PrinterStatus> {
    const before = lastStatus;
    const status = await look(connection);
    const isSilent = status.faults.includes('hung');
    silentSince = isSilent ? (silentSince ?? performance.now()) : null;
    if (silentSince === null || performance.now() - silentSince > timeouts.turn) return status;
    return note(before);
  }

  async function print(connection: EscposConnection, job: PrintJob): Promise<JobOutcome> {
    let status = await look(connection, isShared ? timeouts.turn : answerMilliseconds);
    if (status.faults.some((fault) => fault === 'cutter' || fault === 'faulty')) {
      // Such an error stays until it is cleared, also after somebody has freed the cutter.
      await clearPrinter({ connection, answerMilliseconds });
      status = await look(connection);
    }
    if (status.faults[0] !== undefined) return leaveBlank(status.faults[0]);

    let ready = await getReady({ connection, answerMilliseconds, isSheetOpen, cutter: profile.cutter });
    // Another client may have left in the middle of a command.
    if (!ready.ok && ready.reason === 'hung' && !isSheetOpen)
      ready = await getReady({ connection, answerMilliseconds, isSheetOpen: true, cutter: profile.cutter });
    if (!ready.ok) {
      // What went wrong since, it may say only when asked.
      status = await look(connection);
      return leaveBlank(status.faults[0] ?? ready.reason);
    }

    isSheetOpen = true;
    const outcome = await printSheet({
      ...ready.value,
      connection,
      cutter: profile.cutter,
      picture: encodeRaster(job.raster).commands,
      rows: job.raster.height,
      // The random end of a UUIDv7.
      processId: job.id.slice(-4),
      answerMilliseconds,
      settleMilliseconds: timeouts.settle,
      onStatus: note,
    });
    isSheetOpen = outcome.state !== 'printed';
    return outcome;
  }

  return framePrinter({
    media: toMedia(media),
    readLast: () => lastStatus,
    look: () =>
      converse(
        async (connection) => {
          if (connection === null) return { value: note({ faults: ['offline'], paperLow: false }), isDone: true };
          const value = await (isShared ? lookAtShared(connection) : look(connection));
          return { value, isDone: !value.faults.includes('hung') && silentSince === null };
        },
        { waitsForTurn: false },
      ),
    print: (job) =>
      converse(async (connection) => {
        if (connection === null) {
          note({ faults: ['offline'], paperLow: false });
          return { value: leaveBlank('offline'), isDone: true };
        }
        const value = await print(connection, job);
        return { value, isDone: value.state === 'printed' };
      }),
    ended,
  });
}
