import { setTimeout as delay } from 'node:timers/promises';
import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import { ok, type Result } from '../../../domain/result.ts';
import { createConversations } from '../conversations.ts';
import { toMedia, usualTimeouts, type DriverParts } from '../driver-parts.ts';
import { framePrinter, leaveBlank } from '../frame-printer.ts';
import type { Printer, PrintJob } from '../printer.ts';
import {
  askOdometer,
  askStatus,
  cancelAll,
  findOdometer,
  resume,
  type Question,
  type ZplConnection,
} from './conversation.ts';
import { cutOffInches, encodeCutOff, encodeZplSheet } from './label.ts';
import type { OdometerSetting } from './odometer.ts';
import { printLabel, type Label } from './print-label.ts';
import { takeReplies } from './replies.ts';
import type { ZplStatus } from './status.ts';

/** Between two looks at a printer that still prints somebody else's label, in milliseconds. */
const pollMilliseconds = 250;

type CounterRead = Promise<Result<Label['counter'], 'closed' | 'silent'>>;

/**
 * A Zebra printer, or one that speaks its language. It has no way to say that a certain label is out; so its own counter is read before
 * and after, and only a printer that has counted, has nothing left and has no fault is believed. One that counts nothing ends every
 * job as `unknown`.
 */
export function createZplPrinter({ timeouts = usualTimeouts, ...parts }: DriverParts): Printer {
  const { profile, media, isShared } = parts;
  const conversations = createConversations({ ...parts, timeouts }, takeReplies);
  /** Paper of an unfinished label may stick out, and its rest may be in the printer; also of a process before this one. */
  let isLabelOpen = true;
  let lastStatus: PrinterStatus = { faults: [], paperLow: false };
  /** `performance.now()` since when it has not answered. */
  let silentSince: number | null = null;
  /** Null: it has none. Undefined: not asked yet. */
  let counter: OdometerSetting | null | undefined;

  async function look(question: Question): Promise<ZplStatus> {
    const status = await askStatus(question);
    const fault: PrinterFault = !status.ok && status.reason === 'silent' ? 'hung' : 'offline';
    const { faults, paperLow } = status.ok ? status.value : { faults: [fault], paperLow: false };
    lastStatus = { faults, paperLow };
    return status.ok ? status.value : { faults, paperLow, isOnlyPaused: false, waiting: null };
  }

  /** Silence of a shared printer that serves another kiosk is no fault until that kiosk must have ended. */
  async function lookBetweenJobs(connection: ZplConnection): Promise<void> {
    const before = lastStatus;
    const { faults } = await look({ connection, answerMilliseconds: timeouts.answer });
    silentSince = faults.includes('hung') ? (silentSince ?? performance.now()) : null;
    if (isShared && silentSince !== null && performance.now() - silentSince < timeouts.turn) lastStatus = before;
  }

  /** Well, with nothing left to print: whoever pressed PAUSE to load paper may have forgotten it, and another kiosk's label comes first. */
  async function getReady(question: Question): Promise<ZplStatus> {
    const giveUpAt = performance.now() + timeouts.turn;
    let status = await look(isShared ? { ...question, answerMilliseconds: timeouts.turn } : question);
    if (status.isOnlyPaused) {
      // What still waits in it would come out now.
      if (!isShared || isLabelOpen) cancelAll(question);
      resume(question);
      status = await look(question);
    }
    while (isShared && status.faults.length === 0 && status.waiting && performance.now() < giveUpAt) {
      await delay(pollMilliseconds);
      status = await look(question);
    }
    // On a shared printer what still waits after all that may be another kiosk's.
    if (status.faults.length === 0 && (isShared ? isLabelOpen && !status.waiting : isLabelOpen || status.waiting)) {
      cancelAll(question);
      status = await look(question);
    }
    return status.faults.length === 0 && status.waiting ? { ...status, faults: ['hung'] } : status;
  }

  async function readCounter(question: Question): CounterRead {
    if (counter === null) return ok(null);
    const found = counter === undefined ? await findOdometer(question) : await readKnown(question, counter);
    if (!found.ok) return found;
    counter = found.value?.setting ?? null;
    return found;
  }

  async function readKnown(question: Question, setting: OdometerSetting): CounterRead {
    const before = await askOdometer(question, setting);
    return before.ok ? ok(before.value && { setting, before: before.value }) : before;
  }

  async function print(connection: ZplConnection, { raster }: PrintJob): Promise<JobOutcome> {
    const question = { connection, answerMilliseconds: timeouts.answer };
    const [fault] = (await getReady(question)).faults;
    if (fault !== undefined) return leaveBlank(fault);
    const before = await readCounter(question);
    if (!before.ok) return leaveBlank(before.reason === 'silent' ? 'hung' : 'offline');
    const isCutFirst = isLabelOpen && media.heightDots === null && profile.cutter !== 'none';
    const inches = (media.heightDots ?? raster.height) / media.dotsPerInch;
    isLabelOpen = true;
    const outcome = await printLabel({
      ...question,
      bytes: Buffer.concat([
        isCutFirst ? encodeCutOff(media) : Buffer.alloc(0),
        encodeZplSheet({ raster, profile, media }),
      ]),
      expected: isCutFirst ? { labels: 2, inches: inches + cutOffInches } : { labels: 1, inches },
      counter: before.value,
      settleMilliseconds: timeouts.settle,
      onStatus({ faults, paperLow }) {
        lastStatus = { faults, paperLow };
      },
    });
    isLabelOpen = outcome.state !== 'printed';
    return outcome;
  }

  return framePrinter({
    media: toMedia(media),
    readLast: () => lastStatus,
    look: () =>
      conversations.converse(
        async (connection) => {
          if (connection === null) lastStatus = { faults: ['offline'], paperLow: false };
          else await lookBetweenJobs(connection);
          return { value: lastStatus, isDone: !lastStatus.faults.includes('hung') };
        },
        { waitsForTurn: false },
      ),
    print: (job) =>
      conversations.converse(async (connection) => {
        const value = connection === null ? leaveBlank('offline') : await print(connection, job);
        return { value, isDone: value.state === 'printed' || (value.state === 'failed' && value.fault !== 'hung') };
      }),
    ended: () => conversations.ended(),
  });
}
