import type { PrinterFault } from '../../../domain/print-job.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import type { PrinterConnection } from '../connection/printer-connection.ts';
import type { Replies } from '../connection/replies.ts';
import { within } from '../connection/within.ts';
import { askInTurn, askStatusNow, clearEtbCounter, countEtb, enableAutomaticStatus, resetNow } from './commands.ts';
import type { Reply } from './replies.ts';
import { decodeStatus, type StarStatus } from './status.ts';

export type StarConnection = PrinterConnection & Replies<Reply>;

/** One question to the printer, and how long it may think, in milliseconds. */
export interface Question {
  readonly connection: StarConnection;
  readonly answerMilliseconds: number;
}

/** More than any row holds: a printer that waits for the rest of one gets it white. Outside of a row NUL is nothing. */
const padding = new Uint8Array(256);

/** How often a printer that works is asked how it is, in milliseconds. */
const pollMilliseconds = 250;

/** Asks `ESC ACK SOH`. One that comes by itself in the meantime is as good. */
export async function askStatus({
  connection,
  answerMilliseconds,
}: Question): Promise<Result<StarStatus, 'closed' | 'silent'>> {
  const answer = connection.next((reply) => (reply.kind === 'status' ? decodeStatus(reply.bytes) : undefined));
  void connection.send(askStatusNow);
  return within(answerMilliseconds, answer);
}

/**
 * Has the printer forget all that it received. `cleared`: it shows that it has, its counter stands at nought or it starts anew; `kept`: it
 * does not know the command.
 */
export async function resetPrinter({
  connection,
  answerMilliseconds,
}: Question): Promise<'cleared' | 'kept' | 'silent'> {
  void connection.send([...padding, ...resetNow]);
  const status = await askStatus({ connection, answerMilliseconds });
  if (!status.ok) return status.reason === 'closed' ? 'cleared' : 'silent';
  return (status.value.etbCounter ?? 0) === 0 ? 'cleared' : 'kept';
}

export interface Readiness {
  /** It has `ESC GS ETX`, whose answers belong to one document; without it only the counter of `ETB` says that a sheet is done. */
  readonly hasPrintEnd: boolean;
  /** Where that counter stands once the sheet is done. */
  readonly doneAt: number;
}

/**
 * Begins a job: automatic status on, and an answer from behind everything that the printer still had to do. Only a printer that gives it is
 * sent a picture, so one that is stuck has nothing of the job.
 * @param document 1 to 65535, of this job
 * @param standsAt where the counter of `ETB` stood when the printer was looked at
 */
export async function getReady({
  connection,
  answerMilliseconds,
  document,
  standsAt,
  first,
}: Question & {
  document: number;
  standsAt: number | null;
  first: readonly number[];
}): Promise<Result<Readiness, PrinterFault>> {
  // A number that the counter does not stand at already, and that differs from job to job.
  const wanted = 2 + (document % 24);
  const readyAt = wanted === standsAt ? wanted + 1 : wanted;
  const answer = connection.next((reply): Result<Readiness, PrinterFault> | undefined => {
    switch (reply.kind) {
      case 'turn':
        return reply.document === document ? ok({ hasPrintEnd: true, doneAt: readyAt + 1 }) : undefined;
      case 'end':
        return undefined;
      case 'status': {
        const status = decodeStatus(reply.bytes);
        if (status.faults[0] !== undefined) return err(status.faults[0]);
        return status.etbCounter === readyAt ? ok({ hasPrintEnd: false, doneAt: readyAt + 1 }) : undefined;
      }
    }
  });
  void connection.send([
    ...first,
    ...enableAutomaticStatus,
    ...askInTurn(document),
    ...clearEtbCounter,
    ...new Array<number>(readyAt).fill(countEtb),
  ]);
  const ready = await whilePolling({ connection, answerMilliseconds }, answer);
  if (ready.ok) return ready.value;
  return err(ready.reason === 'silent' ? 'hung' : 'offline');
}

/**
 * Waits for what the printer says in its turn, asking meanwhile how it is: its automatic status may be switched off, and one that works
 * answers while one that hangs does not.
 */
export async function whilePolling<Value>(
  { connection, answerMilliseconds }: Question,
  awaited: Promise<Result<Value, 'closed'>>,
): Promise<Result<Value, 'closed' | 'silent'>> {
  const giveUpAt = performance.now() + answerMilliseconds;
  for (;;) {
    const heard = await within(Math.max(0, Math.min(pollMilliseconds, giveUpAt - performance.now())), awaited);
    if (heard.ok || heard.reason === 'closed' || performance.now() >= giveUpAt) return heard;
    void connection.send(askStatusNow);
  }
}
