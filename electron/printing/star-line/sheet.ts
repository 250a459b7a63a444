import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import { err, type Result } from '../../../domain/result.ts';
import { within } from '../connection/within.ts';
import { askStatus, resetPrinter, type Readiness, type StarConnection } from './conversation.ts';
import type { Reply } from './replies.ts';
import { decodeStatus } from './status.ts';

export interface Sheet extends Readiness {
  readonly connection: StarConnection;
  /** The whole sheet, with the questions about its end. */
  readonly bytes: Uint8Array;
  readonly document: number;
  readonly answerMilliseconds: number;
  /** How long the sheet may take from its last byte. */
  readonly settleMilliseconds: number;
  readonly onStatus: (status: PrinterStatus) => void;
}

/** A sheet that meets one of these is in two pieces, or not cut. The others may pass by themselves, and the sheet goes on. */
const breakingFaults: readonly PrinterFault[] = ['cover-open', 'paper-out', 'cutter', 'faulty'];

/** How long a hot head may cool down before the sheet is given up, in milliseconds: the screen must be right within 5 s. */
const patienceMilliseconds = 3_000;

/** How often a printer that works is asked how it is, in milliseconds. */
const pollMilliseconds = 500;

type Ending = { readonly by: 'end' } | { readonly by: 'fault'; readonly fault: PrinterFault };

/** Sends the sheet, and waits until the printer says how it ended. */
export async function printSheet(sheet: Sheet): Promise<JobOutcome> {
  const ending = sheet.connection.next((reply) => readEnding(sheet, reply));
  const sending = sheet.connection.send(sheet.bytes);
  const first = await Promise.race([ending, sending.then((sent) => (sent.ok ? 'sent' : sent))]);
  const ended = first === 'sent' ? await watch(sheet, ending) : first;
  if (ended.ok) return ended.value.by === 'end' ? { state: 'printed' } : stopBroken(sheet, ended.value.fault);
  return ended.reason === 'passing' ? stopWaiting(sheet) : { state: 'unknown' };
}

function isEnd({ hasPrintEnd, document, doneAt }: Sheet, reply: Reply): boolean {
  if (hasPrintEnd) return reply.kind === 'end' && reply.document === document;
  return reply.kind === 'status' && decodeStatus(reply.bytes).etbCounter === doneAt;
}

function readEnding(sheet: Sheet, reply: Reply): Ending | undefined {
  if (reply.kind === 'status') {
    const status = decodeStatus(reply.bytes);
    sheet.onStatus({ faults: status.faults, paperLow: status.paperLow });
    const fault = status.faults.find((one) => breakingFaults.includes(one));
    if (fault !== undefined) return { by: 'fault', fault };
  }
  return isEnd(sheet, reply) ? { by: 'end' } : undefined;
}

/**
 * Waits for the end of a sheet that was sent whole, and asks meanwhile how the printer is. `silent`: it no longer answers, or the sheet
 * takes longer than any can. `passing`: it says what keeps it, and that does not pass.
 */
async function watch(
  sheet: Sheet,
  ending: Promise<Result<Ending, 'closed'>>,
): Promise<Result<Ending, 'closed' | 'silent' | 'passing'>> {
  const giveUpAt = performance.now() + sheet.settleMilliseconds;
  let stoppedAt: number | null = null;
  for (;;) {
    const ended = await within(pollMilliseconds, ending);
    if (ended.ok || ended.reason === 'closed') return ended;
    const status = await Promise.race([ending, askStatus(sheet)]);
    if (!status.ok) return status;
    if ('by' in status.value) return ending;
    const now = performance.now();
    stoppedAt = status.value.faults.length === 0 ? null : (stoppedAt ?? now);
    if (stoppedAt !== null && now - stoppedAt > patienceMilliseconds) return err('passing');
    if (stoppedAt === null && now > giveUpAt) return err('silent');
  }
}

/** Throws away what the printer has not printed, so that the rest of the sheet does not follow once somebody has loaded paper. */
async function stopBroken(sheet: Sheet, fault: PrinterFault): Promise<JobOutcome> {
  const { hasFinished } = await clearRest(sheet);
  return hasFinished ? { state: 'printed' } : { state: 'failed', fault, paper: 'begun' };
}

/** It did not come out whole only if the printer says what keeps it, and that it threw the rest away. */
async function stopWaiting(sheet: Sheet): Promise<JobOutcome> {
  const status = await askStatus(sheet);
  const { hasFinished, hasCleared } = await clearRest(sheet);
  if (hasFinished) return { state: 'printed' };
  const [fault] = status.ok ? status.value.faults : [];
  return fault !== undefined && hasCleared ? { state: 'failed', fault, paper: 'begun' } : { state: 'unknown' };
}

async function clearRest(sheet: Sheet) {
  let hasFinished = false;
  void sheet.connection
    .next((reply) => (isEnd(sheet, reply) ? true : undefined))
    .then((finished) => {
      hasFinished ||= finished.ok;
    });
  const hasCleared = (await resetPrinter(sheet)) === 'cleared';
  return { hasFinished, hasCleared };
}
