import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import { createConversations } from '../conversations.ts';
import { toMedia, usualTimeouts, type DriverParts, type DriverTimeouts } from '../driver-parts.ts';
import { framePrinter, leaveBlank } from '../frame-printer.ts';
import type { Printer, PrintJob } from '../printer.ts';
import { askStatus, getReady, resetPrinter, type Question, type StarConnection } from './conversation.ts';
import { encodeCut, encodeStarLineSheet } from './encode-star-line-sheet.ts';
import { takeReplies } from './replies.ts';
import { printSheet } from './sheet.ts';

/** A row is a few dozen bytes and a tenth of a millimetre: a printer that takes none of 4 KB for so long is stuck. */
const starTimeouts: DriverTimeouts = { ...usualTimeouts, drain: 3_000, settle: 2_500 };

/** Milliseconds a row of the slowest printer, 80 mm/s at 8 dots a millimetre. */
const millisecondsPerRow = 1.6;

/** A printer that speaks Star's line mode or graphic mode, on any cable. */
export function createStarLinePrinter({
  connect,
  profile,
  media,
  isShared,
  timeouts = starTimeouts,
}: DriverParts): Printer {
  const conversations = createConversations({ connect, isShared, timeouts }, takeReplies);
  // A process before this one may have left a sheet unfinished. On a shared printer the sheet in it may be another kiosk's.
  let holdsRest = !isShared;
  let sticksOut = !isShared;
  let standsAt: number | null = null;
  let lastStatus: PrinterStatus = { faults: [], paperLow: false };

  async function look(question: Question): Promise<PrinterStatus> {
    const status = await askStatus(question);
    if (status.ok) {
      standsAt = status.value.etbCounter;
      return { faults: status.value.faults, paperLow: status.value.paperLow };
    }
    return { faults: [status.reason === 'silent' ? 'hung' : 'offline'], paperLow: false };
  }

  /** On a connection of its own: a printer with a network of its own may drop it. @returns what keeps a job from being begun at all */
  async function throwAwayRest(): Promise<PrinterFault | null> {
    return conversations.converse(async (connection) => {
      if (connection === null) return { value: 'offline', isDone: false };
      const reset = await resetPrinter({ connection, answerMilliseconds: timeouts.answer });
      holdsRest = reset !== 'cleared';
      return reset === 'silent' ? { value: 'hung', isDone: false } : { value: null, isDone: true };
    });
  }

  async function print(connection: StarConnection, job: PrintJob): Promise<JobOutcome> {
    const question = { connection, answerMilliseconds: timeouts.answer };
    const waiting = { connection, answerMilliseconds: isShared ? timeouts.turn : timeouts.answer };
    lastStatus = await look(waiting);
    if (lastStatus.faults[0] === 'cutter' || lastStatus.faults[0] === 'faulty') {
      // Such an error stays until it is cleared, also after somebody has freed the cutter.
      await resetPrinter(question);
      lastStatus = await look(question);
    }
    if (lastStatus.faults[0] !== undefined) return leaveBlank(lastStatus.faults[0]);

    const document = documentOf(job);
    let ready = await getReady({ ...waiting, document, standsAt, first: sticksOut ? encodeCut({ profile }) : [] });
    if (!ready.ok && ready.reason === 'hung') {
      // Another client may have left in the middle of a command.
      await resetPrinter(question);
      ready = await getReady({ ...question, document, standsAt, first: encodeCut({ profile }) });
    }
    if (!ready.ok) {
      // What went wrong since, it may say only when asked.
      lastStatus = await look(question);
      return leaveBlank(lastStatus.faults[0] ?? ready.reason);
    }

    holdsRest = true;
    sticksOut = true;
    const outcome = await printSheet({
      ...ready.value,
      ...question,
      bytes: encodeStarLineSheet({ raster: job.raster, profile, media, document }),
      document,
      settleMilliseconds: timeouts.settle + job.raster.height * millisecondsPerRow,
      onStatus(status) {
        lastStatus = status;
      },
    });
    holdsRest = outcome.state !== 'printed';
    sticksOut = holdsRest;
    return outcome;
  }

  return framePrinter({
    media: toMedia(media),
    readLast: () => lastStatus,
    look: () =>
      conversations.converse(async (connection) => {
        const value: PrinterStatus =
          connection === null
            ? { faults: ['offline'], paperLow: false }
            : await look({ connection, answerMilliseconds: timeouts.answer });
        return { value, isDone: !value.faults.includes('hung') };
      }),
    async print(job) {
      const fault = holdsRest ? await throwAwayRest() : null;
      if (fault !== null) return leaveBlank(fault);
      return conversations.converse(async (connection) => {
        const value = connection === null ? leaveBlank('offline') : await print(connection, job);
        return { value, isDone: value.state === 'printed' };
      });
    },
    ended: () => conversations.ended(),
  });
}

/** 1 to 65535, from the random end of a UUIDv7. */
function documentOf({ id }: PrintJob): number {
  return (Number.parseInt(id.slice(-4), 16) % 65_535) + 1;
}
