import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { callBridge, type HostBridge } from '../../bridge/bridge.ts';
import { channel } from './channel.ts';
import { isOwnPage } from './page.ts';

export interface BridgeDoor {
  readonly ipcMain: IpcMain;
  /** The only page that may call. */
  readonly contents: WebContents;
  readonly bridge: HostBridge;
}

/** A call that is refused rejects in the page with the reason: `foreign-sender`, `unknown-verb` or `bad-input`. */
export function serveBridge({ ipcMain, contents, bridge }: BridgeDoor): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, verb: unknown, input: unknown) => {
    if (!isOurs(event, contents)) throw new Error('foreign-sender');
    if (typeof verb !== 'string') throw new Error('unknown-verb');
    const answer = await callBridge(bridge, verb, input);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;
  });
}

/** A frame is null once it has gone elsewhere; one with a parent is not the page but something inside it. */
function isOurs({ sender, senderFrame: frame }: IpcMainInvokeEvent, contents: WebContents): boolean {
  return sender === contents && frame !== null && frame.parent === null && isOwnPage(frame.url);
}
