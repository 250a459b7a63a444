import { err, ok, type Result } from '../../../domain/result.ts';
import type { PrinterConnection } from '../connection/printer-connection.ts';
import type { Replies } from '../connection/replies.ts';
import { within } from '../connection/within.ts';
import { odometerSettings, readOdometer, type Odometer, type OdometerSetting } from './odometer.ts';
import type { Reply } from './replies.ts';
import { decodeStatus, type ZplStatus } from './status.ts';

export type ZplConnection = PrinterConnection & Replies<Reply>;

/** One question to the printer, and how long it may think, in milliseconds. */
export interface Question {
  readonly connection: ZplConnection;
  readonly answerMilliseconds: number;
}

/** How long the answer to `~HS` may follow the one to `~HQES`: in trouble some firmware is silent to `~HS` (Programming Guide, `~HS`). */
const followMilliseconds = 300;

function send({ connection }: Question, command: string): void {
  void connection.send(Buffer.from(command, 'latin1'));
}

/** Asks `~HQES`, then `~HS`. A printer that knows only the second answers it alone; both are answered at once, also while it prints. */
export async function askStatus(question: Question): Promise<Result<ZplStatus, 'closed' | 'silent'>> {
  const { connection, answerMilliseconds } = question;
  let errors: Extract<Reply, { kind: 'errors' }> | undefined;
  const hostStatus = connection.next((reply) => {
    if (reply.kind === 'errors') errors = reply;
    return reply.kind === 'host-status' ? reply : undefined;
  });
  const firstAnswer = connection.next((reply) => (reply.kind === 'setting' ? undefined : true));
  send(question, '~HQES\r\n~HS\r\n');
  const answered = await within(answerMilliseconds, firstAnswer);
  if (!answered.ok) return answered;
  const followed = await within(followMilliseconds, hostStatus);
  if (!followed.ok && errors === undefined) return followed;
  return ok(decodeStatus({ ...(errors && { errors }), ...(followed.ok && { hostStatus: followed.value }) }));
}

/** Asks one counter. Null: the printer does not know it. */
export async function askOdometer(
  question: Question,
  setting: OdometerSetting,
): Promise<Result<Odometer | null, 'closed' | 'silent'>> {
  const answer = question.connection.next((reply) => (reply.kind === 'setting' ? reply.value : undefined));
  send(question, `! U1 getvar "${setting}"\r\n`);
  const value = await within(question.answerMilliseconds, answer);
  return value.ok ? ok(readOdometer(setting, value.value)) : value;
}

/** The first counter that the printer knows; null if it has none, which firmware without SGD commands says by silence. */
export async function findOdometer(
  question: Question,
): Promise<Result<{ setting: OdometerSetting; before: Odometer } | null, 'closed' | 'silent'>> {
  for (const setting of odometerSettings) {
    const odometer = await askOdometer(question, setting);
    if (!odometer.ok && odometer.reason === 'closed') return err('closed');
    if (!odometer.ok) {
      const status = await askStatus(question);
      return status.ok ? ok(null) : status;
    }
    if (odometer.value !== null) return ok({ setting, before: odometer.value });
  }
  return ok(null);
}

/** `~PS`, Print Start: leaves the pause in which an error ends once somebody has put it right (ZPL II Programming Guide, `~PS`). */
export function resume(question: Question): void {
  send(question, '~PS\r\n');
}

/** `~JA`, Cancel All: forgets every label that was received and not printed (ZPL II Programming Guide, `~JA`). */
export function cancelAll(question: Question): void {
  send(question, '~JA\r\n');
}
