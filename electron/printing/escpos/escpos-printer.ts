import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import type { Printer, PrintJob } from '../printer.ts';
import { connectInTurn } from '../connection/connect-in-turn.ts';
import { withReplies } from '../connection/replies.ts';
import { toMedia, usualTimeouts, type DriverParts } from '../driver-parts.ts';
import { askStatus, clearPrinter, getReady } from './conversation.ts';
import type { EscposConnection } from './escpos-connection.ts';
import { encodeRaster } from './raster-bands.ts';
import { takeReplies } from './replies.ts';
import { printSheet } from './sheet.ts';

/**
 * An ESC/POS printer on a raw TCP port.
 *
 * It connects for each job and each look at the status. Such printers serve one client at a time, so a connection that stays open shuts
 * out the technician's doctor and a second kiosk on the same printer; many drop an idle client after 90 s without a word, which would
 * be noticed in the middle of a sheet; and opening one costs a millisecond or two.
 */
export function createEscposPrinter({ connect, media, isShared, timeouts = usualTimeouts }: DriverParts): Printer {
  let turn: Promise<unknown> = Promise.resolve();
  let isPrinting = false;
  /** Paper of an unfinished sheet may stick out, and its rest may be in the printer; also of a process before this one. */
  let isSheetOpen = true;
  let lastStatus: PrinterStatus = { faults: [], paperLow: false };
  const answerMilliseconds = timeouts.answer;

  /** Connects when the one before has left, and leaves without making the caller wait for it. */
  function converse<Value>(
    talk: (connection: EscposConnection | null) => Promise<{ value: Value; isDone: boolean }>,
  ): Promise<Value> {
    const talked = turn.then(async () => {
      const opened = await connectInTurn(connect, {
        connectMilliseconds: timeouts.connect,
        drainMilliseconds: timeouts.drain,
        turnMilliseconds: isShared ? timeouts.turn : 0,
      });
      const connection = opened.ok ? withReplies(opened.value, takeReplies) : null;
      try {
        const { value, isDone } = await talk(connection);
        return { value, left: isDone ? connection?.leave() : connection?.abort() };
      } catch (error) {
        await connection?.abort();
        throw error;
      }
    });
    turn = talked.then(
      ({ left }) => left,
      () => undefined,
    );
    return talked.then(({ value }) => value);
  }

  async function look(connection: EscposConnection): Promise<PrinterStatus> {
    const status = await askStatus({ connection, answerMilliseconds });
    if (status.ok) return status.value;
    return { faults: [status.reason === 'silent' ? 'hung' : 'offline'], paperLow: false };
  }

  async function print(connection: EscposConnection, job: PrintJob): Promise<JobOutcome> {
    lastStatus = await look(connection);
    if (lastStatus.faults.some((fault) => fault === 'cutter' || fault === 'faulty')) {
      // Such an error stays until it is cleared, also after somebody has freed the cutter.
      await clearPrinter({ connection, answerMilliseconds });
      lastStatus = await look(connection);
    }
    if (lastStatus.faults[0] !== undefined) return failed(lastStatus.faults[0]);

    let ready = await getReady({ connection, answerMilliseconds, isSheetOpen });
    // Another client may have left in the middle of a command.
    if (!ready.ok && ready.reason === 'hung' && !isSheetOpen)
      ready = await getReady({ connection, answerMilliseconds, isSheetOpen: true });
    if (!ready.ok) {
      // What went wrong since, it may say only when asked.
      lastStatus = await look(connection);
      return failed(lastStatus.faults[0] ?? ready.reason);
    }

    isSheetOpen = true;
    const outcome = await printSheet({
      ...ready.value,
      connection,
      picture: encodeRaster(job.raster).commands,
      // The random end of a UUIDv7.
      processId: job.id.slice(-4),
      answerMilliseconds,
      settleMilliseconds: timeouts.settle,
      onStatus(status) {
        lastStatus = status;
      },
    });
    isSheetOpen = outcome.state !== 'printed';
    return outcome;
  }

  return {
    media: toMedia(media),
    status() {
      if (isPrinting) return Promise.resolve(lastStatus);
      return converse(async (connection) => {
        const value: PrinterStatus =
          connection === null ? { faults: ['offline'], paperLow: false } : await look(connection);
        return { value, isDone: !value.faults.includes('hung') };
      });
    },
    async print(job) {
      isPrinting = true;
      try {
        return await converse(async (connection) => {
          const value = connection === null ? failed('offline') : await print(connection, job);
          return { value, isDone: value.state === 'printed' };
        });
      } finally {
        isPrinting = false;
      }
    },
    async close() {
      await turn;
    },
  };
}

function failed(fault: PrinterFault): JobOutcome {
  return { state: 'failed', fault, paper: 'blank' };
}
