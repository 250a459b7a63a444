import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { z } from 'zod';
import { kioskRecordSchema, type KioskRecord } from '../../domain/kiosk-record.ts';
import { sealedRecordSchema, type SealedRecord } from '../../domain/sealed-record.ts';
import { createAttempt, type Answer } from './attempt.ts';
import { createDuplicateFinder } from './possible-duplicates.ts';
import { inTransaction } from './in-transaction.ts';
import { prepareInsert } from './insert-record.ts';
import { createLeaseStore, type LeaseStore } from './lease-store.ts';
import { createOutboxStore, type OutboxStore } from './outbox-store.ts';
import { createPrintOutcomes, type PrintOutcomes } from './print-outcomes.ts';
import { createPurge, type Purge } from './purge.ts';
import { createSeatLookups, type SeatLookups } from './seat-lookups.ts';

/** Whose sequence: a data folder may have served several events and, before its enrolment, under another name. */
export interface Owner {
  readonly event: string;
  readonly kiosk: string;
}

export interface Page extends Owner {
  readonly afterSequence: number;
  readonly limit: number;
}

/** A record as it lies in the file: whoever reads it checks it. */
export interface StoredRecord {
  readonly sequence: number;
  /** JSON. */
  readonly content: string;
}

/** Records on disk, the truth about who is registered. Every answer is `journal-failed` when the disk or the file refuses. */
export interface Journal {
  /** The number that the next record of a kiosk must carry, from 1. */
  nextSequence(owner: Owner): Answer<number>;
  /** Returns after the commit is on the disk. Refuses a known id and a sequence that is not the next one. */
  append(record: KioskRecord): Answer<void>;
  find(id: string): Answer<KioskRecord | null>;
  /** The first arrival with a ticket. */
  findCheckIn(ticket: { event: string; ticketIndex: string }): Answer<SealedRecord | null>;
  hasClaimCode(claimCode: string): Answer<boolean>;
  /** Sealed records only, in order of sequence. */
  list(page: Page): Answer<SealedRecord[]>;
  /** Records of every kind, in order of sequence, as they are to be sent. */
  listStored(page: Page): Answer<StoredRecord[]>;
  /** Registrations, check-ins and seats. */
  countRecorded(owner: Owner): Answer<number>;
  /** Pairs of visitors, by their claim codes, that share a contact index. */
  countPossibleDuplicates(owner: Owner): Answer<number>;
  /** Every owner of a sequence in this file, the last to begin last. */
  listOwners(): Answer<Owner[]>;
  readonly seats: SeatLookups;
  readonly leases: LeaseStore;
  readonly outbox: OutboxStore;
  readonly purge: Purge;
  readonly printOutcomes: PrintOutcomes;
  close(): void;
}

/** @param database opened and migrated by `openJournal` */
export function createJournal(database: DatabaseSync, logger: Logger): Journal {
  const attempt = createAttempt(logger);
  const insert = prepareInsert(database);
  const duplicates = createDuplicateFinder(database);
  const selectNext = database.prepare(
    'select coalesce(max(sequence), 0) + 1 as next from record where event = :event and kiosk = :kiosk',
  );
  const selectById = database.prepare('select content from record where id = ?');
  const selectCheckIn = database.prepare(
    `select content from record where event = :event and ticket_index = :ticketIndex and kind = 'check-in'
     order by rowid limit 1`,
  );
  const selectByClaimCode = database.prepare('select 1 from record where claim_code = ? limit 1');
  const selectPage = (condition: string) =>
    database.prepare(
      `select sequence, content from record
       where event = :event and kiosk = :kiosk and sequence > :afterSequence ${condition} order by sequence limit :limit`,
    );
  const selectSealed = selectPage("and kind in ('registration', 'check-in')");
  const selectAll = selectPage('');
  const countRecorded = database.prepare(
    `select count(*) as count from record
     where event = :event and kiosk = :kiosk and kind in ('registration', 'check-in', 'seat')`,
  );
  const selectOwners = database.prepare('select event, kiosk from record where sequence = 1 order by rowid');

  return {
    nextSequence: (owner) => attempt(() => z.object({ next: z.int() }).parse(selectNext.get({ ...owner })).next),
    append: (record) =>
      attempt(() => {
        inTransaction(database, () => {
          insert(record);
          if (record.kind === 'registration' || record.kind === 'check-in') duplicates.note(record);
        });
      }),
    find: (id) => attempt(() => kioskRecordSchema.nullable().parse(parseContent(selectById.get(id)))),
    findCheckIn: (ticket) =>
      attempt(() => sealedRecordSchema.nullable().parse(parseContent(selectCheckIn.get(ticket)))),
    hasClaimCode: (claimCode) => attempt(() => selectByClaimCode.get(claimCode) !== undefined),
    list: (page) => attempt(() => z.array(sealedRecordSchema).parse(selectSealed.all({ ...page }).map(parseContent))),
    listStored: (page) => attempt(() => storedSchema.parse(selectAll.all({ ...page }))),
    countRecorded: (owner) => attempt(() => z.object({ count: z.int() }).parse(countRecorded.get({ ...owner })).count),
    countPossibleDuplicates: (owner) => attempt(() => duplicates.count(owner)),
    listOwners: () => attempt(() => ownersSchema.parse(selectOwners.all())),
    seats: createSeatLookups(database, attempt),
    leases: createLeaseStore(database, attempt),
    outbox: createOutboxStore(database, attempt),
    purge: createPurge(database, attempt),
    printOutcomes: createPrintOutcomes(database, attempt),
    close: () => {
      database.close();
    },
  };
}

const rowSchema = z.object({ content: z.string() });
const ownersSchema = z.array(z.object({ event: z.string(), kiosk: z.string() }));
const storedSchema = z.array(z.object({ sequence: z.int(), content: z.string() }));

function parseContent(row: unknown): unknown {
  return row === undefined ? null : JSON.parse(rowSchema.parse(row).content);
}
