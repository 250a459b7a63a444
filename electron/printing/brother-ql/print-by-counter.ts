import { setTimeout as delay } from 'node:timers/promises';
import type { JobOutcome, PrinterStatus } from '../../../domain/print-job.ts';
import type { PrinterConnection } from '../connection/printer-connection.ts';
import type { AskNetwork } from './network-status.ts';
import { clear } from './page.ts';

export interface CountedPages {
  readonly connection: PrinterConnection;
  readonly askNetwork: AskNetwork;
  readonly bytes: Uint8Array;
  /** How many pages those bytes are. */
  readonly pages: number;
  /** What the printer had counted before; null: it does not count, and nobody can know. */
  readonly before: number | null;
  readonly inches: number;
  readonly answerMilliseconds: number;
  /** How long it may make no progress at most, in milliseconds. */
  readonly settleMilliseconds: number;
  readonly onStatus: (status: PrinterStatus) => void;
}

/** Between two looks, in milliseconds. */
const pollMilliseconds = 200;

const inchesPerSecond = 3;
const beginMilliseconds = 1_800;

/** Prints over a port that says nothing: believed when the printer has counted the pages and is at rest without a fault, twice in a row. */
export async function printByCounter(job: CountedPages): Promise<JobOutcome> {
  const { connection, askNetwork, bytes, before, pages, answerMilliseconds } = job;
  const sent = await connection.send(bytes);
  if (!sent.ok && sent.reason === 'closed') return { state: 'unknown' };
  const limit = Math.min(beginMilliseconds + (job.inches / inchesPerSecond) * 1_000, job.settleMilliseconds);
  let movedAt = performance.now();
  let seen = '';
  for (let confirmations = 0; ;) {
    const asked = await askNetwork(answerMilliseconds);
    if (!asked.ok) return { state: 'unknown' };
    const { status, pages: after } = asked.value;
    job.onStatus({ faults: status.faults, paperLow: status.paperLow });
    const isCounted = before !== null && after !== null && after >= before + pages;
    const [fault] = status.faults;
    if (fault !== undefined) {
      void connection.send(Buffer.from(clear));
      // Whether a page that was broken off counts, no manual says: a person can tell.
      return isCounted && fault !== 'cutter' ? { state: 'unknown' } : { state: 'failed', fault, paper: 'begun' };
    }
    confirmations = isCounted && !status.isPrinting ? confirmations + 1 : 0;
    if (confirmations === 2) return { state: 'printed' };
    const now = `${String(after)} ${String(status.isPrinting)}`;
    if (now !== seen) [seen, movedAt] = [now, performance.now()];
    if (performance.now() - movedAt > limit) {
      void connection.send(Buffer.from(clear));
      return { state: 'unknown' };
    }
    await delay(pollMilliseconds);
  }
}
