import { setTimeout as delay } from 'node:timers/promises';
import type { JobOutcome, PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import { err, type Result } from '../../../domain/result.ts';
import { toMedia, usualTimeouts, type DriverTimeouts, type PrinterMedia } from '../driver-parts.ts';
import type { QueueAddress } from '../printer-address.ts';
import { framePrinter, leaveBlank } from '../frame-printer.ts';
import type { Printer, PrintJob } from '../printer.ts';
import { encodeQueueSheet } from './encode-queue-sheet.ts';
import { followJob } from './follow-job.ts';
import { createIppClient, type IppTarget } from './ipp-client.ts';
import { pageSizeOf } from './page-size.ts';
import type { QueueStatus } from './printer-state.ts';
import { createQueueService, type QueueService, type ServiceFailure } from './queue-service.ts';

export interface QueueParts {
  readonly address: QueueAddress;
  readonly profile: PrinterProfile;
  readonly media: PrinterMedia;
  /** Other kiosks print on it as well: their jobs are waited for up to `turn`. */
  readonly isShared: boolean;
  readonly timeouts?: DriverTimeouts;
}

/** A page printer warms up, and says meanwhile that it works: that is what `settle` is for here. */
const queueTimeouts: DriverTimeouts = { ...usualTimeouts, settle: 60_000 };

/** How long a printer of our own may be busy with something else, in milliseconds: within 5 s the screen must be right. */
const ownTurnMilliseconds = 3_000;

/** How often a printer that takes no job now is asked again, in milliseconds. */
const pauseMilliseconds = 250;

/**
 * A print service (IPP, RFC 8011): a printer of the network, or a queue of this machine's CUPS.
 *
 * `printed` means that a printer said "completed". CUPS says so itself when its back end has handed over the last byte, which is paper only
 * where the back end asks the printer in turn (`printer-state.ts`); otherwise the outcome is `unknown`, and the visitor is asked.
 */
export function createQueuePrinter({ address, media, isShared, timeouts = queueTimeouts }: QueueParts): Printer {
  const openService = (answerMilliseconds: number) =>
    createQueueService(
      createIppClient(targetOf(address), { connectMilliseconds: timeouts.connect, answerMilliseconds }),
    );
  const service = openService(timeouts.answer);
  // While it prints, it may think longer: an answer that does not come leaves the sheet unknown.
  const busyService = openService(2 * timeouts.answer);
  const turn = isShared ? timeouts.turn : ownTurnMilliseconds;
  let lastStatus: PrinterStatus = { faults: [], paperLow: false };

  async function look(): Promise<QueueStatus | PrinterFault> {
    const looked = await service.look();
    lastStatus = looked.ok
      ? { faults: looked.value.faults, paperLow: looked.value.paperLow }
      : { faults: [faultOf(looked.reason)], paperLow: false };
    return looked.ok ? looked.value : faultOf(looked.reason);
  }

  async function print({ id: name, raster }: PrintJob): Promise<JobOutcome> {
    const status = await look();
    if (typeof status === 'string') return leaveBlank(status);
    if (status.faults[0] !== undefined) return leaveBlank(status.faults[0]);
    if (!status.takesPdf) return leaveBlank('faulty');

    const pdf = encodeQueueSheet({ raster, media });
    const page = pageSizeOf(toMedia(media), raster.height);
    const ticket = { name, media: page.keyword === null && !status.takesMediaSize ? null : page };
    const submitted = status.canCreateJob
      ? await submitInSteps(service, { ticket, pdf, turn })
      : await inTurn(turn, () => service.printJob(ticket, pdf));
    if (!submitted.ok) {
      // Sent in one piece and not answered, it may be on paper; asked for step by step, nothing of it was sent.
      if (!status.canCreateJob && submitted.reason === 'silent') return { state: 'unknown' };
      return leaveBlank(faultOf(submitted.reason));
    }
    return followJob(busyService, {
      id: submitted.value.id,
      limits: { silence: timeouts.answer, turn, whole: timeouts.settle },
      onStatus(next) {
        lastStatus = next;
      },
    });
  }

  return framePrinter({
    media: toMedia(media),
    readLast: () => lastStatus,
    async look() {
      await look();
      return lastStatus;
    },
    print,
  });
}

interface Submission {
  readonly ticket: Parameters<QueueService['createJob']>[0];
  readonly pdf: Uint8Array;
  readonly turn: number;
}

/** First the job, whose number lets us take it back, then the document. A document that got stuck is for `followJob` to find out about. */
async function submitInSteps(service: QueueService, { ticket, pdf, turn }: Submission) {
  const created = await inTurn(turn, () => service.createJob(ticket));
  if (!created.ok) return created;
  const sent = await service.sendDocument(created.value.id, pdf);
  if (sent.ok || sent.reason === 'silent') return created;
  const cancelled = await service.cancel(created.value.id);
  return cancelled.ok ? err(sent.reason) : created;
}

/** Asks again as long as the printer is busy with somebody else's job. Nothing of ours is in it meanwhile. */
async function inTurn<Value>(
  turnMilliseconds: number,
  ask: () => Promise<Result<Value, ServiceFailure>>,
): Promise<Result<Value, ServiceFailure>> {
  const giveUpAt = performance.now() + turnMilliseconds;
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.reason !== 'busy' || performance.now() + pauseMilliseconds > giveUpAt) return answer;
    await delay(pauseMilliseconds);
  }
}

function targetOf(address: QueueAddress): IppTarget {
  if (address.kind === 'ipp') return address;
  return { isSecure: false, host: 'localhost', port: 631, path: `/printers/${encodeURIComponent(address.name)}` };
}

function faultOf(reason: ServiceFailure): PrinterFault {
  switch (reason) {
    case 'offline':
      return 'offline';
    case 'silent':
    case 'busy':
      return 'hung';
    case 'refused':
    case 'unknown-job':
      return 'faulty';
  }
}
