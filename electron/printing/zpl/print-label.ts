import { setTimeout as delay } from 'node:timers/promises';
import type { JobOutcome, PrinterFault } from '../../../domain/print-job.ts';
import { askOdometer, askStatus, cancelAll, type Question } from './conversation.ts';
import { hasCounted, type Expected, type Odometer, type OdometerSetting } from './odometer.ts';
import type { ZplStatus } from './status.ts';

export interface Label extends Question {
  readonly bytes: Uint8Array;
  readonly expected: Expected;
  /** What it counted before; null where it counts nothing, and then nobody can know. */
  readonly counter: { readonly setting: OdometerSetting; readonly before: Odometer } | null;
  /** How long it may make no progress at most, in milliseconds. */
  readonly settleMilliseconds: number;
  readonly onStatus: (status: ZplStatus) => void;
}

/** A label that meets one of these is not whole, or not cut. The others pass by themselves. */
const breakingFaults: readonly PrinterFault[] = ['cover-open', 'paper-out', 'cutter', 'faulty'];

/** Between two looks, in milliseconds. */
const pollMilliseconds = 150;

/** How long a fault that may pass by itself is waited for, in milliseconds. */
const faultMilliseconds = 3_000;

/** The slowest speed that such printers are set to in earnest, and the time to lay out a label. */
const inchesPerSecond = 3;
const layOutMilliseconds = 2_000;

/** Sends a label and watches until the printer has counted it and has nothing left to do, twice in a row: the cut comes after the count. */
export async function printLabel(label: Label): Promise<JobOutcome> {
  const sent = await label.connection.send(label.bytes);
  if (!sent.ok && sent.reason === 'closed') return { state: 'unknown' };
  const { settleMilliseconds, expected } = label;
  const patience = Math.min(layOutMilliseconds + (expected.inches / inchesPerSecond) * 1_000, settleMilliseconds);
  let movedAt = performance.now();
  let seen = '';
  for (let confirmations = 0; ;) {
    const look = await lookAt(label);
    if (look === null) return { state: 'unknown' };
    const [fault] = look.status.faults;
    if (fault !== undefined && breakingFaults.includes(fault)) return stop(label, fault);
    confirmations = isOut(label, look) ? confirmations + 1 : 0;
    if (confirmations === 2) return { state: 'printed' };
    const now = JSON.stringify(look);
    if (now !== seen) [seen, movedAt] = [now, performance.now()];
    const limit = fault !== undefined ? Math.min(faultMilliseconds, settleMilliseconds) : patience;
    if (performance.now() - movedAt > limit) return giveUp(label);
    await delay(pollMilliseconds);
  }
}

interface Look {
  readonly status: ZplStatus;
  readonly odometer: Odometer | null;
}

/** Null: it says nothing any more, or is gone. */
async function lookAt(label: Label): Promise<Look | null> {
  const status = await askStatus(label);
  if (!status.ok) return null;
  label.onStatus(status.value);
  const odometer = label.counter && (await askOdometer(label, label.counter.setting));
  return odometer === null || odometer.ok ? { status: status.value, odometer: odometer?.value ?? null } : null;
}

/** Only a printer that is well, has nothing left and has counted on is believed; one that says "ready" may have printed nothing. */
function isOut({ counter, expected }: Label, { status, odometer }: Look): boolean {
  if (status.faults.length > 0 || status.waiting !== 0 || counter === null || odometer === null) return false;
  return hasCounted({ before: counter.before, after: odometer }, expected);
}

/** Throws away what is not printed yet, so that it does not follow once somebody has loaded paper. */
async function stop(label: Label, fault: PrinterFault): Promise<JobOutcome> {
  cancelAll(label);
  const { counter, expected } = label;
  // Whether a label that was broken off counts, no manual says: a person can tell. A cutter that stopped left it hanging, for sure.
  if (counter === null || fault === 'cutter') return { state: 'failed', fault, paper: 'begun' };
  const odometer = await askOdometer(label, counter.setting);
  const after = odometer.ok ? odometer.value : null;
  if (after !== null && hasCounted({ before: counter.before, after }, expected)) return { state: 'unknown' };
  return { state: 'failed', fault, paper: 'begun' };
}

/** It does not come out, and the printer does not say why, or does not get over it. */
async function giveUp(label: Label): Promise<JobOutcome> {
  cancelAll(label);
  const look = await lookAt(label);
  if (look === null) return { state: 'unknown' };
  if (isOut(label, look)) return { state: 'printed' };
  const [fault] = look.status.faults;
  return fault === undefined ? { state: 'unknown' } : { state: 'failed', fault, paper: 'begun' };
}
