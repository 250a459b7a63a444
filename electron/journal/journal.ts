import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { sealedRecordSchema, type SealedRecord } from '../../domain/sealed-record.ts';

type Answer<Value> = Result<Value, 'journal-failed'>;

/** Sealed records on disk, the truth about who is registered. Every answer is `journal-failed` when the disk or the file refuses. */
export interface Journal {
  /** The number that the next record of a kiosk must carry, from 1. */
  nextSequence(kiosk: { event: string; kiosk: string }): Answer<number>;
  /** Returns after the commit is on the disk. Refuses a known id and a sequence that is not the next one. */
  append(record: SealedRecord): Answer<void>;
  find(id: string): Answer<SealedRecord | null>;
  hasClaimCode(claimCode: string): Answer<boolean>;
  /** In order of sequence. */
  list(page: { event: string; kiosk: string; afterSequence: number; limit: number }): Answer<SealedRecord[]>;
  close(): void;
}

export const recordColumns =
  'id, replaces, event, kiosk, sequence, claim_code as claimCode, encapsulated_key as encapsulatedKey, ciphertext, signature';

/** @param database opened and migrated by `openJournal` */
export function createJournal(database: DatabaseSync, logger: Logger): Journal {
  const insert = database.prepare(
    `insert into sealed_record (id, replaces, event, kiosk, sequence, claim_code, encapsulated_key, ciphertext, signature)
     values (:id, :replaces, :event, :kiosk, :sequence, :claimCode, :encapsulatedKey, :ciphertext, :signature)`,
  );
  const selectNext = database.prepare(
    'select coalesce(max(sequence), 0) + 1 as next from sealed_record where event = :event and kiosk = :kiosk',
  );
  const selectById = database.prepare(`select ${recordColumns} from sealed_record where id = ?`);
  const selectByClaimCode = database.prepare('select 1 from sealed_record where claim_code = ? limit 1');
  const selectPage = database.prepare(
    `select ${recordColumns} from sealed_record where event = :event and kiosk = :kiosk and sequence > :afterSequence
     order by sequence limit :limit`,
  );

  /** SQLite's words and what the schema refuses name columns, never what stands in them, so the log may have them. */
  function attempt<Value>(work: () => Value): Answer<Value> {
    try {
      return ok(work());
    } catch (error) {
      logger.error({ err: error }, 'the journal failed');
      return err('journal-failed');
    }
  }

  return {
    nextSequence: (kiosk) => attempt(() => z.object({ next: z.int() }).parse(selectNext.get(kiosk)).next),
    append: (record) => attempt(() => void insert.run(record)),
    find: (id) => attempt(() => sealedRecordSchema.nullable().parse(selectById.get(id) ?? null)),
    hasClaimCode: (claimCode) => attempt(() => selectByClaimCode.get(claimCode) !== undefined),
    list: (page) => attempt(() => z.array(sealedRecordSchema).parse(selectPage.all(page))),
    close: () => {
      database.close();
    },
  };
}
