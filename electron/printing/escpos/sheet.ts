import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import { ok, type Result } from '../../../domain/result.ts';
import { chunkBytes } from '../connection/printer-connection.ts';
import { askPaperInTurn, askProcessId, endSheet } from './commands.ts';
import { askStatus, clearPrinter, type Readiness } from './conversation.ts';
import type { EscposConnection } from './escpos-connection.ts';
import type { Reply } from './replies.ts';
import { decodeAutomaticStatus } from './status.ts';
import { watchSheet } from './watch-sheet.ts';

export interface Sheet extends Readiness {
  readonly connection: EscposConnection;
  /** `GS v 0` commands. */
  readonly picture: Uint8Array;
  /** How long it is, in dots. */
  readonly rows: number;
  readonly cutter: PrinterProfile['cutter'];
  /** Four characters that no other job before or after it is likely to have. */
  readonly processId: string;
  readonly answerMilliseconds: number;
  /** How long a printer may pause that says why. */
  readonly settleMilliseconds: number;
  readonly onStatus: (status: PrinterStatus) => void;
}

/** A sheet that meets one of these is in two pieces, or not cut. The others pass by themselves, and the sheet goes on. */
export const breakingFaults: readonly PrinterFault[] = ['cover-open', 'paper-out', 'cutter', 'faulty'];

type Ending = { readonly by: 'process' | 'turn' } | { readonly by: 'fault'; readonly fault: PrinterFault };

/** Sends the picture, cuts it off, and waits until the printer says how it ended. */
export async function printSheet(sheet: Sheet): Promise<JobOutcome> {
  const watch = watchSheet(sheet);
  const ending = sheet.connection.next((reply) => {
    watch.noteSign();
    return readEnding(sheet, reply, watch.noteStatus);
  });
  const sending = { isOver: false };
  void sendSheet(sheet, { sending, onTaken: watch.noteSign }).then(watch.noteSent);
  const ended = await Promise.race([ending, watch.gaveUp]);
  watch.stop();
  // What followed a cleared buffer would be the rest of a picture without its head: text.
  sending.isOver = true;
  if (!ended.ok) return ended.reason === 'closed' ? { state: 'unknown' } : giveUp(sheet, ended.reason);
  switch (ended.value.by) {
    case 'process':
      return { state: 'printed' };
    case 'turn':
      return confirmTurn(sheet);
    case 'fault':
      return stopBroken(sheet, ended.value.fault);
  }
}

/** In pieces, so that each that the printer takes is a sign of life. */
async function sendSheet(
  { connection, picture, cutter, processId }: Sheet,
  { sending, onTaken }: { sending: { readonly isOver: boolean }; onTaken: () => void },
): Promise<void> {
  async function send(bytes: Uint8Array): Promise<void> {
    let taken: Result<void, 'closed' | 'stalled'> = ok();
    for (let at = 0; at < bytes.length && taken.ok && !sending.isOver; at += chunkBytes) {
      taken = await connection.send(bytes.subarray(at, at + chunkBytes));
      onTaken();
    }
  }
  const encoder = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    // It takes an object of ours in place of an address, which its typings do not say.
    interface: { execute: send } as unknown as string,
  });
  encoder.append(Buffer.from(picture));
  encoder.append(Buffer.from([...endSheet(cutter), ...askProcessId(processId), ...askPaperInTurn]));
  await encoder.execute();
}

function readEnding(
  { processId, hasProcessIds }: Sheet,
  reply: Reply,
  noteStatus: (status: PrinterStatus) => void,
): Ending | undefined {
  switch (reply.kind) {
    case 'process':
      return reply.id === processId ? { by: 'process' } : undefined;
    case 'in-turn':
      return hasProcessIds ? undefined : { by: 'turn' };
    case 'automatic': {
      const status = decodeAutomaticStatus(reply.bytes);
      noteStatus(status);
      const fault = status.faults.find((one) => breakingFaults.includes(one));
      return fault === undefined ? undefined : { by: 'fault', fault };
    }
    case 'real-time':
    case 'cleared':
      return undefined;
  }
}

/** `GS r` is answered when the cut before it has been done, on some models while paper still moves: believe it of a healthy printer. */
async function confirmTurn({ connection, answerMilliseconds }: Sheet): Promise<JobOutcome> {
  const status = await askStatus({ connection, answerMilliseconds });
  return status.ok && status.value.faults.length === 0 ? { state: 'printed' } : { state: 'unknown' };
}

/** Throws away what the printer has not printed, so that the rest of the sheet does not follow once somebody has loaded paper. */
async function stopBroken(sheet: Sheet, fault: PrinterFault): Promise<JobOutcome> {
  const { hasFinished } = await clearRest(sheet);
  return hasFinished ? { state: 'printed' } : { state: 'failed', fault, paper: 'begun' };
}

/** It did not come out whole only if the printer says what stopped it and threw the rest away. */
async function giveUp(sheet: Sheet, why: 'silent' | PrinterStatus): Promise<JobOutcome> {
  if (why === 'silent') {
    sheet.onStatus({ faults: ['hung'], paperLow: false });
    return { state: 'unknown' };
  }
  sheet.onStatus(why);
  const { hasFinished, hasCleared } = await clearRest(sheet);
  if (hasFinished) return { state: 'printed' };
  const [fault] = why.faults;
  if (fault === undefined) return { state: 'unknown' };
  return hasCleared || breakingFaults.includes(fault)
    ? { state: 'failed', fault, paper: 'begun' }
    : { state: 'unknown' };
}

async function clearRest({ connection, answerMilliseconds, processId }: Sheet) {
  let hasFinished = false;
  void connection
    .next((reply) => (reply.kind === 'process' && reply.id === processId ? true : undefined))
    .then((finished) => {
      hasFinished ||= finished.ok;
    });
  const hasCleared = await clearPrinter({ connection, answerMilliseconds });
  return { hasFinished, hasCleared };
}
