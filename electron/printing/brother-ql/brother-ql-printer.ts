import { setTimeout as delay } from 'node:timers/promises';
import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import type { Raster } from '../../../domain/raster.ts';
import { createConversations } from '../conversations.ts';
import { toMedia, usualTimeouts, type DriverParts } from '../driver-parts.ts';
import { framePrinter, leaveBlank } from '../frame-printer.ts';
import type { Printer, PrintJob } from '../printer.ts';
import { askStatus, clearPrinter, type QlConnection, type Question } from './conversation.ts';
import { findAbilities, type Abilities } from './models.ts';
import { createNetworkStatus, type AskNetwork } from './network-status.ts';
import { clear, createEmptyPage, encodePage } from './page.ts';
import { printByCounter } from './print-by-counter.ts';
import { printPage } from './print-page.ts';
import { takeReplies } from './replies.ts';
import type { QlStatus } from './status.ts';
import { findTape } from './tapes.ts';

/** Between two looks at a printer that still prints something else, in milliseconds. */
const pollMilliseconds = 250;

export interface BrotherQlParts extends DriverParts {
  /** By SNMP at its host, unless told otherwise. */
  readonly askNetwork?: AskNetwork;
}

/**
 * A Brother QL in raster mode. Over USB or a serial line it says by itself when a page is printed, and only that is believed. Its network
 * port says nothing: there it is asked by SNMP, and believed when it has counted the page.
 */
export function createBrotherQlPrinter({ timeouts = usualTimeouts, ...parts }: BrotherQlParts): Printer {
  const { profile, media, isShared, host } = parts;
  const askNetwork = parts.askNetwork ?? (host === undefined ? undefined : createNetworkStatus({ host }));
  const { converse, ended } = createConversations({ ...parts, timeouts }, takeReplies);
  const tape = findTape(media);
  /** Only a roll has to move on by itself. */
  const isCutFirst = media.heightDots === null && profile.cutter !== 'none';
  /** Paper of an unfinished page may stick out; also of a process before this one. */
  let isPageOpen = true;
  let lastStatus: PrinterStatus = { faults: [], paperLow: false };
  /** `performance.now()` since when it has not answered. */
  let silentSince: number | null = null;

  function note(status: PrinterStatus): void {
    lastStatus = status;
  }

  async function look(question: Question): Promise<QlStatus | PrinterFault> {
    const status = await askStatus(question);
    if (!status.ok) {
      const fault = status.reason === 'silent' ? 'hung' : 'offline';
      lastStatus = { faults: [fault], paperLow: false };
      return fault;
    }
    return judge(status.value);
  }

  function judge(status: QlStatus): QlStatus | PrinterFault {
    const { faults, paperLow } = status;
    const { widthMillimetres, lengthMillimetres } = status.tape;
    const isOther = widthMillimetres !== tape.widthMillimetres || lengthMillimetres !== tape.lengthMillimetres;
    // A sheet for another roll would come out cut off, or not at all.
    lastStatus = { faults: faults.length === 0 && isOther ? ['paper-out'] : faults, paperLow };
    return lastStatus.faults[0] ?? status;
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

  /** Null: SNMP is off, or nobody is there; the port may answer. */
  async function printOnNetwork(connection: QlConnection, raster: Raster): Promise<JobOutcome | null> {
    if (askNetwork === undefined) return null;
    const giveUpAt = performance.now() + (isShared ? timeouts.turn : timeouts.answer);
    let asked = await askNetwork(timeouts.answer);
    if (!asked.ok) return null;
    while (asked.ok && asked.value.status.isPrinting && performance.now() < giveUpAt) {
      await delay(pollMilliseconds);
      asked = await askNetwork(timeouts.answer);
    }
    const status = asked.ok ? judge(asked.value.status) : 'hung';
    if (!asked.ok || typeof status === 'string') return leaveBlank(typeof status === 'string' ? status : 'hung');
    if (status.isPrinting) return leaveBlank('hung');
    const abilities = findAbilities(status.modelCode);
    const pages = isPageOpen && isCutFirst ? [createEmptyPage(media), raster] : [raster];
    isPageOpen = true;
    const outcome = await printByCounter({
      connection,
      askNetwork,
      bytes: Buffer.concat([
        Buffer.from(clear),
        ...pages.map((page) => encodePage({ raster: page, profile, media }, abilities)),
      ]),
      pages: pages.length,
      before: asked.value.pages,
      inches: (media.heightDots ?? raster.height) / media.dotsPerInch,
      answerMilliseconds: timeouts.answer,
      settleMilliseconds: timeouts.settle,
      onStatus: note,
    });
    isPageOpen = outcome.state !== 'printed';
    return outcome;
  }

  async function print(connection: QlConnection, { raster }: PrintJob): Promise<JobOutcome> {
    const onNetwork = await printOnNetwork(connection, raster);
    if (onNetwork !== null) return onNetwork;
    const question = { connection, answerMilliseconds: timeouts.answer };
    const status = await getReady(question);
    if (typeof status === 'string') return leaveBlank(status);
    const abilities = findAbilities(status.modelCode);
    const isCutNow = isPageOpen && isCutFirst;
    isPageOpen = true;
    if (isCutNow) {
      const cut = await sendPage(question, { raster: createEmptyPage(media), abilities });
      // Nothing of the sheet has been sent.
      if (cut.state === 'failed') return leaveBlank(cut.fault);
      if (cut.state !== 'printed') return leaveBlank('hung');
    }
    const outcome = await sendPage(question, { raster, abilities });
    isPageOpen = outcome.state !== 'printed';
    return outcome;
  }

  function sendPage(
    question: Question,
    { raster, abilities }: { raster: Raster; abilities: Abilities },
  ): Promise<JobOutcome> {
    return printPage({
      ...question,
      bytes: encodePage({ raster, profile, media }, abilities),
      inches: (media.heightDots ?? raster.height) / media.dotsPerInch,
      settleMilliseconds: timeouts.settle,
      onStatus: note,
    });
  }

  return framePrinter({
    media: toMedia(media),
    readLast: () => lastStatus,
    look: () =>
      converse(
        async (connection) => {
          const asked = await askNetwork?.(timeouts.answer);
          if (asked?.ok === true) judge(asked.value.status);
          else if (connection === null) lastStatus = { faults: ['offline'], paperLow: false };
          else await lookBetweenJobs(connection);
          return { value: lastStatus, isDone: !lastStatus.faults.includes('hung') };
        },
        { waitsForTurn: false },
      ),
    print: (job) =>
      converse(async (connection) => {
        const value = connection === null ? leaveBlank('offline') : await print(connection, job);
        return { value, isDone: value.state === 'printed' || (value.state === 'failed' && value.fault !== 'hung') };
      }),
    ended,
  });
}
