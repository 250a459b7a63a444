import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../../domain/result.ts';
import { createListeners } from './listeners.ts';
import { chunkBytes, type ConnectPrinter, type PrinterConnection } from './printer-connection.ts';
import { within } from './within.ts';

/** How long a printer may take to close its end before we close both, in milliseconds. */
const leaveWithinMilliseconds = 500;

/** A raw TCP port (JetDirect). */
export function createTcpConnect({ host, port }: { host: string; port: number }): ConnectPrinter {
  return async ({ connectMilliseconds, drainMilliseconds }) => {
    const socket = connect({ host, port, noDelay: true });
    let code: string | undefined;
    // Every error is followed by 'close', which is what we act on.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      code ??= error.code;
    });
    const opened = await firstOf({ socket, event: 'connect', withinMilliseconds: connectMilliseconds });
    if (opened.ok) return ok(converse(socket, drainMilliseconds));
    socket.destroy();
    // The machine is on and its port takes nobody: it serves somebody else, or still starts.
    return err(code === 'ECONNREFUSED' ? 'busy' : 'unreachable');
  };
}

interface EventWait {
  readonly socket: Socket;
  readonly event: 'connect' | 'drain' | 'close';
  readonly withinMilliseconds: number;
}

function converse(socket: Socket, drainMilliseconds: number): PrinterConnection {
  // One for each chunk of a picture and end of a connection: never many, and gone with the socket.
  socket.setMaxListeners(0);
  const listeners = createListeners();
  const { promise: closed, resolve: close } = Promise.withResolvers<undefined>();
  socket.on('data', listeners.hear);
  socket.once('close', () => {
    close(undefined);
  });
  if (socket.closed) close(undefined);

  async function untilClosed(): Promise<void> {
    if (!socket.closed) await firstOf({ socket, event: 'close', withinMilliseconds: leaveWithinMilliseconds });
    socket.destroy();
  }

  return {
    closed,
    onBytes: listeners.add,
    async send(bytes) {
      const whole = Uint8Array.from(bytes);
      for (let at = 0; at < whole.length; at += chunkBytes) {
        if (!socket.writable) return err('closed');
        if (socket.write(whole.subarray(at, at + chunkBytes))) continue;
        const drained = await firstOf({ socket, event: 'drain', withinMilliseconds: drainMilliseconds });
        if (!drained.ok) return err(drained.reason === 'silent' ? 'stalled' : 'closed');
      }
      return socket.writable ? ok() : err('closed');
    },
    async leave() {
      socket.end();
      await untilClosed();
    },
    async abort() {
      socket.resetAndDestroy();
      await untilClosed();
    },
  };
}

function firstOf({ socket, event, withinMilliseconds }: EventWait): Promise<Result<void, 'closed' | 'silent'>> {
  const { promise, resolve } = Promise.withResolvers<Result<void, 'closed'>>();
  socket.once(event, () => {
    resolve(ok());
  });
  socket.once('close', () => {
    resolve(err('closed'));
  });
  return within(withinMilliseconds, promise);
}
