import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../../domain/result.ts';
import { takeReplies, type Reply } from './replies.ts';

export interface EscposConnection {
  /** Ends as `stalled` when the printer takes nothing for too long, as `closed` when the connection is gone. */
  send(bytes: Iterable<number>): Promise<Result<void, 'closed' | 'stalled'>>;
  /** The first reply from now on that `choose` makes something of. Begin to wait before you ask. */
  next<Chosen>(choose: (reply: Reply) => Chosen | undefined): Promise<Result<Chosen, 'closed'>>;
  /** Leaves the printer what it was sent, and waits until it has let go. */
  leave(): Promise<void>;
  /** Takes back what has not reached the printer yet. */
  abort(): Promise<void>;
}

/** Small enough that a printer's receive window, often 4 KB, sets the pace and not a timer. */
const chunkBytes = 4096;

/** How long a printer may take to close its end before we close both, in milliseconds. */
const leaveWithinMilliseconds = 500;

/** Opens a raw TCP connection to a printer; an error means that nobody answered in time. */
export async function openConnection(options: {
  host: string;
  port: number;
  connectMilliseconds: number;
  /** How long one chunk may wait for room. */
  drainMilliseconds: number;
}): Promise<Result<EscposConnection, 'unreachable'>> {
  const socket = connect({ host: options.host, port: options.port, noDelay: true });
  // Every error is followed by 'close', which is what we act on.
  socket.on('error', () => undefined);
  const opened = await firstOf({ socket, event: 'connect', withinMilliseconds: options.connectMilliseconds });
  if (opened.ok) return ok(converse(socket, options.drainMilliseconds));
  socket.destroy();
  return err('unreachable');
}

interface EventWait {
  readonly socket: Socket;
  readonly event: 'connect' | 'drain' | 'close';
  readonly withinMilliseconds: number;
}

function converse(socket: Socket, drainMilliseconds: number): EscposConnection {
  // One for each question of a job, chunk of a picture and end of a connection: never many, and gone with the socket.
  socket.setMaxListeners(0);
  const listeners = new Set<(reply: Reply) => void>();
  let received: Uint8Array = new Uint8Array();
  socket.on('data', (bytes) => {
    const { replies, rest } = takeReplies(Buffer.concat([received, bytes]));
    received = rest;
    for (const reply of replies) for (const listener of listeners) listener(reply);
  });

  async function untilClosed(): Promise<void> {
    if (!socket.closed) await firstOf({ socket, event: 'close', withinMilliseconds: leaveWithinMilliseconds });
    socket.destroy();
  }

  return {
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
    next<Chosen>(choose: (reply: Reply) => Chosen | undefined) {
      const { promise, resolve } = Promise.withResolvers<Result<Chosen, 'closed'>>();
      function listen(reply: Reply): void {
        const chosen = choose(reply);
        if (chosen === undefined) return;
        listeners.delete(listen);
        resolve(ok(chosen));
      }
      listeners.add(listen);
      socket.once('close', () => {
        resolve(err('closed'));
      });
      if (socket.closed) resolve(err('closed'));
      return promise;
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

/** Gives up on a promise after a time. */
export async function within<Value, Reason>(
  milliseconds: number,
  promise: Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'silent'>> {
  const { promise: late, resolve } = Promise.withResolvers<Result<never, 'silent'>>();
  const timer = setTimeout(() => {
    resolve(err('silent'));
  }, milliseconds);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
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
