import type { PrinterFault, PrinterStatus } from '../../../domain/print-job.ts';
import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import {
  askPaperInTurn,
  askProcessId,
  askRealTimeStatus,
  clearBuffers,
  enableAutomaticStatus,
  endSheet,
  initialize,
} from './commands.ts';
import { within } from '../connection/within.ts';
import type { EscposConnection } from './escpos-connection.ts';
import { bandBytesAtMost } from './raster-bands.ts';
import { decodeAutomaticStatus, decodeRealTimeStatus } from './status.ts';

/** One question to the printer, and how long it may think, in milliseconds. */
export interface Question {
  readonly connection: EscposConnection;
  readonly answerMilliseconds: number;
}

/** Cannot be a job's process id: those are hexadecimal. */
const probeId = 'ping';

/**
 * Asks `DLE EOT` 1 to 4, one after the other, so that each answer belongs to its question.
 * @param firstMilliseconds how long the first answer may take: a printer that serves somebody else gives it when that one has left
 */
export async function askStatus({
  connection,
  answerMilliseconds,
  firstMilliseconds = answerMilliseconds,
}: Question & { firstMilliseconds?: number }): Promise<Result<PrinterStatus, 'closed' | 'silent'>> {
  const bytes: number[] = [];
  for (const number of [1, 2, 3, 4] as const) {
    const answer = connection.next((reply) => (reply.kind === 'real-time' ? reply.byte : undefined));
    void connection.send(askRealTimeStatus(number));
    const byte = await within(number === 1 ? firstMilliseconds : answerMilliseconds, answer);
    if (!byte.ok) return byte;
    bytes.push(byte.value);
  }
  const [printer = 0, offline = 0, error = 0, paper = 0] = bytes;
  return ok(decodeRealTimeStatus({ printer, offline, error, paper }));
}

/** Has the printer forget what it received, and leave an error that can be left. False where it does not know the command. */
export async function clearPrinter({ connection, answerMilliseconds }: Question): Promise<boolean> {
  const answer = connection.next((reply) => (reply.kind === 'cleared' ? true : undefined));
  void connection.send(clearBuffers);
  return (await within(answerMilliseconds, answer)).ok;
}

export interface Readiness {
  /** It has `GS ( H`. Without it only `GS r` can say that a sheet is done. */
  readonly hasProcessIds: boolean;
}

/**
 * Begins a job: modes reset, Automatic Status Back on, and an answer from behind everything that the printer still had to do. Only a
 * printer that gives it is sent a picture, so one that is stuck has nothing of the job.
 * @param isSheetOpen a sheet was left unfinished: what is left of it in the printer is thrown away and its paper cut off first
 */
export async function getReady({
  connection,
  answerMilliseconds,
  isSheetOpen,
  cutter,
}: Question & { isSheetOpen: boolean; cutter: PrinterProfile['cutter'] }): Promise<Result<Readiness, PrinterFault>> {
  if (isSheetOpen && !(await clearPrinter({ connection, answerMilliseconds }))) {
    // It may still wait for the rest of a band. Outside of one, NUL is nothing.
    void connection.send(new Uint8Array(bandBytesAtMost + 8));
  }
  let hasProcessIds = false;
  const answer = connection.next((reply): Result<Readiness, PrinterFault> | undefined => {
    switch (reply.kind) {
      case 'process':
        hasProcessIds ||= reply.id === probeId;
        return undefined;
      case 'automatic': {
        const [fault] = decodeAutomaticStatus(reply.bytes).faults;
        return fault === undefined ? undefined : err(fault);
      }
      case 'in-turn':
        return ok({ hasProcessIds });
      case 'real-time':
      case 'cleared':
        return undefined;
    }
  });
  void connection.send([
    ...initialize,
    ...askProcessId(probeId),
    // A printer without `GS ( H` holds the probe as text now, and prints no picture while it holds text.
    ...initialize,
    ...(isSheetOpen ? endSheet(cutter) : []),
    ...enableAutomaticStatus,
    ...askPaperInTurn,
  ]);
  const ready = await within(answerMilliseconds, answer);
  if (ready.ok) return ready.value;
  return err(ready.reason === 'silent' ? 'hung' : 'offline');
}
