import { setTimeout as delay } from 'node:timers/promises';
import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import { createConversations } from '../conversations.ts';
import { toMedia, usualTimeouts, type DriverParts } from '../driver-parts.ts';
import type { Printer, PrintJob } from '../printer.ts';
import { askStatus, clearPrinter, type QlConnection, type Question } from './conversation.ts';
import { findAbilities, type Abilities } from './models.ts';
import { createEmptyPage, encodePage } from './page.ts';
import { printPage } from './print-page.ts';
import { takeReplies } from './replies.ts';
import type { QlStatus } from './status.ts';
import { findTape } from './tapes.ts';

/** Between two looks at a printer that still prints something else, in milliseconds. */
const pollMilliseconds = 250;

/**
 * A Brother QL in raster mode. It says by itself when a page is printed, and only that is believed.
 */
export function createBrotherQlPrinter({ timeouts = usualTimeouts, ...parts }: DriverParts): Printer {
  const { profile, media, isShared } = parts;
  const { converse, ended } = createConversations({ ...parts, timeouts }, takeReplies);
  const tape = findTape(media);
  let isPrinting = false;
  /** Paper of an unfinished page may stick out; also of a process before this one. */
  let isPageOpen = true;
  let lastStatus: PrinterStatus = { faults: [], paperLow: false };
  /** `performance.now()` since when it has not answered. */
  let silentSince: number | null = null;

  async function look(question: Question): Promise<QlStatus | PrinterFault> {
    const status = await askStatus(question);
    if (!status.ok) {
      const fault = status.reason === 'silent' ? 'hung' : 'offline';
      lastStatus = { faults: [fault], paperLow: false };
      return fault;
    }
    const { faults, paperLow } = status.value;
    const { widthMillimetres, lengthMillimetres } = status.value.tape;
    const isOther = widthMillimetres !== tape.widthMillimetres || lengthMillimetres !== tape.lengthMillimetres;
    // A sheet for another roll would come out cut off, or not at all.
    lastStatus = { faults: faults.length === 0 && isOther ? ['paper-out'] : faults, paperLow };
    return lastStatus.faults[0] ?? status.value;
  }

  /** Silence of a shared printer that serves another kiosk is no fault until that kiosk must have ended. */
  async function lookBetweenJobs(connection: QlConnection): Promise<void> {
    const before = lastStatus;
    const status = await look({ connection, answerMilliseconds: timeouts.answer });
    silentSince = status === 'hung' ? (silentSince ?? performance.now()) : null;
    if (isShared && silentSince !== null && performance.now() - silentSince < timeouts.turn) lastStatus = before;
  }

  /** Clears what another program left half sent, and waits until what was sent before is out. */
  async function getReady(question: Question): Promise<QlStatus | PrinterFault> {
    const giveUpAt = performance.now() + (isShared ? timeouts.turn : timeouts.answer);
    clearPrinter(question);
    let status = await look(isShared ? { ...question, answerMilliseconds: timeouts.turn } : question);
    while (typeof status !== 'string' && status.isPrinting) {
      if (performance.now() > giveUpAt) return 'hung';
      await delay(pollMilliseconds);
      status = await look(question);
    }
    return status;
  }

  async function print(connection: QlConnection, { raster }: PrintJob): Promise<JobOutcome> {
    const question = { connection, answerMilliseconds: timeouts.answer };
    const status = await getReady(question);
    if (typeof status === 'string') return failed(status);
    const abilities = findAbilities(status.modelCode);
    const isCutFirst = isPageOpen && media.heightDots === null && profile.cutter !== 'none';
    isPageOpen = true;
    if (isCutFirst) {
      const cut = await sendPage(question, { raster: createEmptyPage(media), abilities });
      // Nothing of the sheet has been sent.
      if (cut.state === 'failed') return failed(cut.fault);
      if (cut.state !== 'printed') return failed('hung');
    }
    const outcome = await sendPage(question, { raster, abilities });
    isPageOpen = outcome.state !== 'printed';
    return outcome;
  }

  function sendPage(
    question: Question,
    { raster, abilities }: { raster: PrintJob['raster']; abilities: Abilities },
  ): Promise<JobOutcome> {
    return printPage({
      ...question,
      bytes: encodePage({ raster, profile, media }, abilities),
      inches: (media.heightDots ?? raster.height) / media.dotsPerInch,
      settleMilliseconds: timeouts.settle,
      onStatus(status) {
        lastStatus = status;
      },
    });
  }

  return {
    media: toMedia(media),
    status() {
      if (isPrinting) return Promise.resolve(lastStatus);
      return converse(
        async (connection) => {
          if (connection === null) lastStatus = { faults: ['offline'], paperLow: false };
          else await lookBetweenJobs(connection);
          return { value: lastStatus, isDone: !lastStatus.faults.includes('hung') };
        },
        { waitsForTurn: false },
      );
    },
    async print(job) {
      isPrinting = true;
      try {
        return await converse(async (connection) => {
          const value = connection === null ? failed('offline') : await print(connection, job);
          return { value, isDone: value.state === 'printed' || (value.state === 'failed' && value.fault !== 'hung') };
        });
      } finally {
        isPrinting = false;
      }
    },
    close: ended,
  };
}

function failed(fault: PrinterFault): JobOutcome {
  return { state: 'failed', fault, paper: 'blank' };
}
