import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Logger } from 'pino';
import type { PageCall } from '../../bridge/bridge-door.ts';
import { channel } from './channel.ts';
import { isOwnPage } from './page.ts';

export interface PageDoor {
  readonly ipcMain: IpcMain;
  /** The only page that may call. */
  readonly contents: WebContents;
  readonly call: PageCall;
  readonly logger: Logger;
}

/** A call that is refused rejects in the page with the reason: `foreign-sender`, `unknown-verb`, `bad-input`, or `failed` for a bug. */
export function serveBridge({ ipcMain, contents, call, logger }: PageDoor): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, verb: unknown, input: unknown) => {
    if (!isOurs(event, contents)) throw new Error('foreign-sender');
    if (typeof verb !== 'string') throw new Error('unknown-verb');
    const answer = await call(verb, input).catch((error: unknown) => {
      logger.error({ place: placesOf(error) }, 'a call failed');
      throw new Error('failed');
    });
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;
  });
}

/** A frame is null once it has gone elsewhere; one with a parent is not the page but something inside it. */
function isOurs({ sender, senderFrame: frame }: IpcMainInvokeEvent, contents: WebContents): boolean {
  return sender === contents && frame !== null && frame.parent === null && isOwnPage(frame.url);
}

/** The places and not the message: what a bug quotes may be what a visitor typed. */
function placesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack.split('\n').filter((line) => line.startsWith('    at '));
}
