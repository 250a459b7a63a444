import { err, ok, type Result } from '../../../domain/result.ts';
import type { PrinterConnection } from './printer-connection.ts';

/** Takes whole replies off the front of what came in; `rest` waits for more bytes. */
export type TakeReplies<Reply> = (received: Uint8Array) => { replies: Reply[]; rest: Uint8Array };

export interface Replies<Reply> {
  /** The first reply from now on that `choose` makes something of. Begin to wait before you ask. */
  next<Chosen>(choose: (reply: Reply) => Chosen | undefined): Promise<Result<Chosen, 'closed'>>;
}

/** A connection on which a dialect's replies can be waited for. */
export function withReplies<Reply>(
  connection: PrinterConnection,
  takeReplies: TakeReplies<Reply>,
): PrinterConnection & Replies<Reply> {
  const listeners = new Set<(reply: Reply) => void>();
  let received: Uint8Array = new Uint8Array();
  connection.onBytes((bytes) => {
    const { replies, rest } = takeReplies(Buffer.concat([received, bytes]));
    received = rest;
    for (const reply of replies) for (const listener of [...listeners]) listener(reply);
  });
  return {
    ...connection,
    next<Chosen>(choose: (reply: Reply) => Chosen | undefined) {
      const { promise, resolve } = Promise.withResolvers<Result<Chosen, 'closed'>>();
      function listen(reply: Reply): void {
        const chosen = choose(reply);
        if (chosen === undefined) return;
        listeners.delete(listen);
        resolve(ok(chosen));
      }
      listeners.add(listen);
      void connection.closed.then(() => {
        resolve(err('closed'));
      });
      return promise;
    },
  };
}
