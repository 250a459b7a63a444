import { connectInTurn } from './connection/connect-in-turn.ts';
import type { PrinterConnection } from './connection/printer-connection.ts';
import { withReplies, type Replies, type TakeReplies } from './connection/replies.ts';
import type { DriverParts, DriverTimeouts } from './driver-parts.ts';

/** What a talk came to, and whether the printer was left in order: then it keeps what it was sent. */
export interface Talked<Value> {
  readonly value: Value;
  readonly isDone: boolean;
}

export interface ConverseOptions {
  /** False: a shared printer that takes nobody now is not waited for. True unless told. */
  readonly waitsForTurn: boolean;
}

export interface Conversations<Reply> {
  /** Connects when the conversation before has ended, and leaves without making the caller wait for it. Null: nobody let us in. */
  readonly converse: <Value>(
    talk: (connection: (PrinterConnection & Replies<Reply>) | null) => Promise<Talked<Value>>,
    options?: ConverseOptions,
  ) => Promise<Value>;
  /** Settles when the last conversation has ended. */
  readonly ended: () => Promise<void>;
}

/**
 * One conversation with a printer after the other, each on a connection of its own: printers serve one client at a time, and one that
 * stays connected shuts out the technician's doctor and every other kiosk.
 */
export function createConversations<Reply>(
  { connect, isShared, timeouts }: Pick<DriverParts, 'connect' | 'isShared'> & { timeouts: DriverTimeouts },
  takeReplies: TakeReplies<Reply>,
): Conversations<Reply> {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    converse(talk, { waitsForTurn } = { waitsForTurn: true }) {
      const talked = turn.then(async () => {
        const opened = await connectInTurn(connect, {
          connectMilliseconds: timeouts.connect,
          drainMilliseconds: timeouts.drain,
          turnMilliseconds: isShared && waitsForTurn ? timeouts.turn : 0,
        });
        const connection = opened.ok ? withReplies(opened.value, takeReplies) : null;
        try {
          const { value, isDone } = await talk(connection);
          return { value, left: isDone ? connection?.leave() : connection?.abort() };
        } catch (error) {
          await connection?.abort();
          throw error;
        }
      });
      turn = talked.then(
        ({ left }) => left,
        () => undefined,
      );
      return talked.then(({ value }) => value);
    },
    async ended() {
      await turn;
    },
  };
}
