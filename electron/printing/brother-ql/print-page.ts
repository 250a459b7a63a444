import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import { within } from '../connection/within.ts';
import { askStatus, clearPrinter, type Question } from './conversation.ts';
import type { QlStatus } from './status.ts';

export interface Page extends Question {
  readonly bytes: Uint8Array;
  /** Of what is to come out. */
  readonly inches: number;
  /** How long the printer may be silent at most, in milliseconds. */
  readonly settleMilliseconds: number;
  readonly onStatus: (status: PrinterStatus) => void;
}

/** Slower than any of them prints, and the time that it takes to begin and to cut. */
const inchesPerSecond = 3;
const beginMilliseconds = 1_200;

/** How long a head that cools down is waited for, in milliseconds. */
const coolingMilliseconds = 3_000;

type Ending = { readonly by: 'completed' } | { readonly by: 'fault'; readonly fault: PrinterFault };

/** Sends a page and waits until the printer says that it is printed: it tells by itself how it fares ("Automatic status notification"). */
export async function printPage(page: Page): Promise<JobOutcome> {
  const { connection, bytes, inches, settleMilliseconds } = page;
  const begunAt = performance.now();
  const heard = { at: begunAt, isCooling: false };
  const ending = connection.next((status): Ending | undefined => {
    if (status.kind === 'reply') return undefined;
    heard.at = performance.now();
    heard.isCooling = status.isCooling ?? heard.isCooling;
    page.onStatus({ faults: status.faults, paperLow: status.paperLow });
    return readEnding(status);
  });
  const sending = connection.send(bytes);
  const first = await Promise.race([ending, sending.then((sent) => (sent.ok ? 'sent' : sent))]);
  if (first !== 'sent' && !first.ok && first.reason === 'closed') return { state: 'unknown' };
  const patience = Math.min(beginMilliseconds + (inches / inchesPerSecond) * 1_000, settleMilliseconds);
  for (;;) {
    const limit = heard.isCooling ? Math.min(coolingMilliseconds, settleMilliseconds) : patience;
    const left = heard.at + limit - performance.now();
    const ended = await within(Math.max(left, 1), ending);
    if (ended.ok) return ended.value.by === 'completed' ? { state: 'printed' } : stop(page, ended.value.fault);
    if (ended.reason === 'closed') return { state: 'unknown' };
    // It may have been heard meanwhile.
    if (performance.now() - heard.at < limit) continue;
    const status = await askStatus(page);
    const late = await within(1, ending);
    if (late.ok) continue;
    if (!status.ok) return { state: 'unknown' };
    const fault = status.value.faults[0] ?? (heard.isCooling ? 'overheated' : undefined);
    if (fault !== undefined) return stop(page, fault);
    // A slow one; one that waits for more has printed nothing, or said nothing of it.
    if (!status.value.isPrinting || performance.now() - begunAt > settleMilliseconds) return abandon(page);
    heard.at = performance.now();
  }
}

function readEnding({ kind, faults, isCooling }: QlStatus): Ending | undefined {
  if (kind === 'completed') return { by: 'completed' };
  const [fault] = faults;
  // A hot head goes on when it has cooled down.
  return fault === undefined || isCooling !== null ? undefined : { by: 'fault', fault };
}

/** Throws away what is not printed, so that it does not follow once somebody has changed the roll. */
function stop(page: Page, fault: PrinterFault): JobOutcome {
  clearPrinter(page);
  return { state: 'failed', fault, paper: 'begun' };
}

function abandon(page: Page): JobOutcome {
  clearPrinter(page);
  return { state: 'unknown' };
}
