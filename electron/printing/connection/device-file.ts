import { constants } from 'node:fs';
import { access, open, type FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '../../../domain/result.ts';
import { createListeners } from './listeners.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { chunkBytes, type ConnectPrinter, type PrinterConnection } from './printer-connection.ts';

/** How often the device is asked whether it has something or has room, in milliseconds: Node can wait for sockets, not for devices. */
const pollMilliseconds = 10;

/**
 * A USB printer as the Linux driver `usblp` shows it, `/dev/usb/lp0`. Opened without blocking, because a blocked read of a device cannot be
 * taken back and would keep the process from ending. The driver lets one program in at a time.
 */
export function createDeviceFileConnect({ path }: { path: string }): ConnectPrinter {
  return async ({ drainMilliseconds }) => {
    try {
      const file = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
      return ok(converse(file, { path, drainMilliseconds }));
    } catch (error) {
      return err(codeOf(error) === 'EBUSY' ? 'busy' : 'unreachable');
    }
  };
}

function converse(
  file: FileHandle,
  { path, drainMilliseconds }: { path: string; drainMilliseconds: number },
): PrinterConnection {
  const listeners = createListeners();
  const oneAtATime = createOneAtATime();
  const { promise: closed, resolve: close } = Promise.withResolvers<undefined>();
  let isOpen = true;
  const reading = read();

  async function read(): Promise<void> {
    const buffer = Buffer.alloc(chunkBytes);
    while (isOpen) {
      try {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
        if (bytesRead > 0) listeners.hear(Uint8Array.from(buffer.subarray(0, bytesRead)));
        // Nothing at all is an empty packet, or what is left to read of a device that was pulled out: then its name is gone.
        else await access(path).then(() => delay(pollMilliseconds));
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') break;
        await delay(pollMilliseconds);
      }
    }
    isOpen = false;
    close(undefined);
  }

  async function write(whole: Uint8Array): Promise<Result<void, 'closed' | 'stalled'>> {
    let giveUpAt = performance.now() + drainMilliseconds;
    for (let at = 0; at < whole.length;) {
      if (!isOpen) return err('closed');
      try {
        const { bytesWritten } = await file.write(whole, at, Math.min(chunkBytes, whole.length - at), null);
        at += bytesWritten;
        giveUpAt = performance.now() + drainMilliseconds;
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') return err('closed');
        if (performance.now() > giveUpAt) return err('stalled');
        await delay(pollMilliseconds);
      }
    }
    return isOpen ? ok() : err('closed');
  }

  async function end(): Promise<void> {
    isOpen = false;
    await reading;
    await file.close().catch(() => undefined);
  }

  return {
    closed,
    onBytes: listeners.add,
    send: (bytes) => oneAtATime(() => write(Uint8Array.from(bytes))),
    leave: end,
    // What a device has taken cannot be called back.
    abort: end,
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
