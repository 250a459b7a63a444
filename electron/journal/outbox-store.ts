import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { rejections, type Rejection } from '../../domain/protocol/records.ts';
import { emptyOutbox, type OutboxState } from '../../domain/sync/outbox.ts';
import type { Answer, Attempt } from './attempt.ts';
import { inTransaction } from './in-transaction.ts';
import type { Owner } from './journal.ts';

export interface DeadLetter {
  readonly sequence: number;
  readonly reason: Rejection;
}

/** How far the hub has got, and what it did not take. */
export interface OutboxStore {
  read(owner: Owner): Answer<OutboxState>;
  /** @param answered sequences with the hub's reason not to take them; null takes an earlier reason back */
  advance(
    owner: Owner,
    step: { state: OutboxState; answered: readonly { sequence: number; reason: Rejection | null }[] },
  ): Answer<void>;
  listDeadLetters(owner: Owner): Answer<DeadLetter[]>;
}

const stateSchema = z.object({ epoch: z.string().nullable(), nextSequence: z.int() });
const deadLetterSchema = z.object({ sequence: z.int(), reason: z.enum(rejections) });

export function createOutboxStore(database: DatabaseSync, attempt: Attempt): OutboxStore {
  const select = database.prepare(
    'select epoch, next_sequence as nextSequence from outbox where event = :event and kiosk = :kiosk',
  );
  const upsert = database.prepare(
    `insert into outbox (event, kiosk, epoch, next_sequence) values (:event, :kiosk, :epoch, :nextSequence)
     on conflict do update set epoch = excluded.epoch, next_sequence = excluded.next_sequence`,
  );
  const bury = database.prepare(
    `insert into dead_letter (event, kiosk, sequence, reason) values (:event, :kiosk, :sequence, :reason)
     on conflict do update set reason = excluded.reason`,
  );
  const forget = database.prepare(
    'delete from dead_letter where event = :event and kiosk = :kiosk and sequence = :sequence',
  );
  const selectDead = database.prepare(
    'select sequence, reason from dead_letter where event = :event and kiosk = :kiosk order by sequence',
  );
  return {
    read: (owner) => attempt(() => stateSchema.parse(select.get({ ...owner }) ?? emptyOutbox)),
    advance: (owner, { state, answered }) =>
      attempt(() => {
        inTransaction(database, () => {
          for (const { sequence, reason } of answered) {
            if (reason === null) forget.run({ ...owner, sequence });
            else bury.run({ ...owner, sequence, reason });
          }
          upsert.run({ ...owner, ...state });
        });
      }),
    listDeadLetters: (owner) => attempt(() => z.array(deadLetterSchema).parse(selectDead.all({ ...owner }))),
  };
}
