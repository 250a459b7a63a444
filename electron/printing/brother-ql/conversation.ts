import type { Result } from '../../../domain/result.ts';
import type { PrinterConnection } from '../connection/printer-connection.ts';
import type { Replies } from '../connection/replies.ts';
import { within } from '../connection/within.ts';
import { askForStatus, clear } from './page.ts';
import type { QlStatus } from './status.ts';

export type QlConnection = PrinterConnection & Replies<QlStatus>;

/** One question to the printer, and how long it may think, in milliseconds. */
export interface Question {
  readonly connection: QlConnection;
  readonly answerMilliseconds: number;
}

export async function askStatus({
  connection,
  answerMilliseconds,
}: Question): Promise<Result<QlStatus, 'closed' | 'silent'>> {
  const answer = connection.next((status) => (status.kind === 'reply' ? status : undefined));
  void connection.send(askForStatus);
  return within(answerMilliseconds, answer);
}

/** Has the printer forget what it received and has not printed. */
export function clearPrinter({ connection }: Question): void {
  void connection.send(clear);
}
