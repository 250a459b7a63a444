import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KioskRecord } from '../../domain/kiosk-record.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { Journal } from './journal.ts';
import { openJournal } from './open-journal.ts';
import { createRecord } from './test-records.ts';

const logger = pino({ enabled: false });
const kiosk = { event: 'event-1', kiosk: 'K1' };
const failed = { ok: false, reason: 'journal-failed' };

let folder: string;
let path: string;
const opened: Journal[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-journal-'));
  path = join(folder, 'journal.sqlite');
});
afterEach(() => {
  for (const journal of opened.splice(0)) journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): Journal {
  const journal = openJournal(path, logger);
  if (!journal.ok) throw new Error(journal.reason.message);
  opened.push(journal.value);
  return journal.value;
}

function head(sequence: number) {
  return { id: v7(), ...kiosk, sequence, signature: 'sign' };
}

function seatOf(claimCode: string) {
  return { claimCode, session: 'workshop-1' };
}

function whyNotOpened(): string {
  const journal = openJournal(path, logger);
  if (journal.ok) opened.push(journal.value);
  return journal.ok ? '' : journal.reason.message;
}

describe('a journal', () => {
  it('is there again after it was closed', () => {
    const record = createRecord({ replaces: v7() });
    const first = open();
    expect(first.append(record)).toMatchObject({ ok: true });
    first.close();
    opened.length = 0;
    expect(open().find(record.id)).toEqual({ ok: true, value: record });
  });

  it('is on the disk before it answers: write-ahead log, every commit synced', () => {
    open();
    const other = new DatabaseSync(path);
    expect(other.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    other.close();
  });

  it('numbers each kiosk of each event from 1', () => {
    const journal = open();
    journal.append(createRecord({ sequence: 1 }));
    journal.append(createRecord({ sequence: 2 }));
    expect(journal.nextSequence(kiosk)).toEqual({ ok: true, value: 3 });
    expect(journal.nextSequence({ ...kiosk, kiosk: 'K2' })).toEqual({ ok: true, value: 1 });
    expect(journal.nextSequence({ ...kiosk, event: 'event-2' })).toEqual({ ok: true, value: 1 });
  });

  it.each([0, 1, 3])('refuses sequence %d where 2 is next', (sequence) => {
    const journal = open();
    journal.append(createRecord({ sequence: 1 }));
    expect(journal.append(createRecord({ sequence }))).toEqual(failed);
    expect(journal.nextSequence(kiosk)).toEqual({ ok: true, value: 2 });
  });

  it('takes an id once', () => {
    const journal = open();
    const record = createRecord();
    journal.append(record);
    expect(journal.append({ ...record, sequence: 2 })).toEqual(failed);
  });

  it('never changes or loses a record, whoever asks', () => {
    open().append(createRecord());
    const other = new DatabaseSync(path);
    expect(() => other.prepare("update record set claim_code = 'AAAA-AAAA'").run()).toThrow('never changed');
    expect(() => other.prepare('delete from record').run()).toThrow('never deleted');
    other.close();
  });

  it('lists a page in order', () => {
    const journal = open();
    for (let sequence = 1; sequence <= 5; sequence += 1) journal.append(createRecord({ sequence }));
    const page = journal.list({ ...kiosk, afterSequence: 1, limit: 3 });
    expect(page.ok && page.value.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  });

  it('knows a claim code that is taken', () => {
    const journal = open();
    journal.append(createRecord({ claimCode: 'AAAA-0001' }));
    expect(journal.hasClaimCode('AAAA-0001')).toEqual({ ok: true, value: true });
    expect(journal.hasClaimCode('AAAA-0002')).toEqual({ ok: true, value: false });
  });
});

describe('all that a kiosk has to say', () => {
  it('stands in one sequence, and only the visitors’ records in the mirror', () => {
    const journal = open();
    const sealed = createRecord({ sequence: 1 });
    const seat: KioskRecord = {
      ...head(2),
      kind: 'seat',
      ...seatOf('AAAA-0001'),
      action: 'wait',
      lease: null,
      cancels: null,
    };
    const receipt: KioskRecord = { ...head(3), kind: 'purge', order: randomUUID(), purpose: 'registration', purged: 0 };
    for (const record of [sealed, seat, receipt]) expect(journal.append(record)).toMatchObject({ ok: true });
    const page = { ...kiosk, afterSequence: 0, limit: 10 };
    const stored = journal.listStored(page);
    expect(stored.ok && stored.value.map(({ content }) => JSON.parse(content) as unknown)).toEqual([
      sealed,
      seat,
      receipt,
    ]);
    expect(journal.list(page)).toEqual({ ok: true, value: [sealed] });
    expect(journal.countRecorded(kiosk)).toEqual({ ok: true, value: 2 });
    expect(journal.find(seat.id)).toEqual({ ok: true, value: seat });
  });

  it('counts a seat until it is cancelled', () => {
    const journal = open();
    const lease = randomUUID();
    const book: KioskRecord = {
      ...head(1),
      kind: 'seat',
      ...seatOf('AAAA-0001'),
      action: 'book',
      lease,
      cancels: null,
    };
    journal.append(book);
    expect(journal.seats.countBooked(lease)).toEqual({ ok: true, value: 1 });
    expect(journal.seats.listOf({ event: kiosk.event, claimCode: 'AAAA-0001' })).toEqual({ ok: true, value: [book] });
    journal.append({ ...book, ...head(2), action: 'cancel', cancels: book.id });
    expect(journal.seats.countBooked(lease)).toEqual({ ok: true, value: 0 });
    expect(journal.seats.listOf({ event: kiosk.event, claimCode: 'AAAA-0001' })).toEqual({ ok: true, value: [] });
  });

  it('keeps where the hub is, and what it did not take, until it does', () => {
    const journal = open();
    const state = { epoch: randomUUID() as string, nextSequence: 3 };
    journal.outbox.advance(kiosk, {
      state,
      answered: [
        { sequence: 1, reason: 'no-lease' },
        { sequence: 2, reason: null },
      ],
    });
    expect(journal.outbox.read(kiosk)).toEqual({ ok: true, value: state });
    expect(journal.outbox.read({ ...kiosk, kiosk: 'K2' })).toEqual({
      ok: true,
      value: { epoch: null, nextSequence: 1 },
    });
    expect(journal.outbox.listDeadLetters(kiosk)).toEqual({ ok: true, value: [{ sequence: 1, reason: 'no-lease' }] });
    journal.outbox.advance(kiosk, { state, answered: [{ sequence: 1, reason: null }] });
    expect(journal.outbox.listDeadLetters(kiosk)).toEqual({ ok: true, value: [] });
  });
});

describe('visitors who share a contact index', () => {
  const register = (journal: Journal, sequence: number, changes: Partial<SealedRecord>) => {
    expect(journal.append(createRecord({ sequence, ...changes }))).toMatchObject({ ok: true });
  };

  it('are a pair, once however often they were corrected, and never with themselves', () => {
    const journal = open();
    register(journal, 1, { claimCode: 'AAAA-0001', contactIndexes: [7, 9] });
    register(journal, 2, { claimCode: 'AAAA-0001', contactIndexes: [7] });
    expect(journal.countPossibleDuplicates(kiosk)).toEqual({ ok: true, value: 0 });
    register(journal, 3, { claimCode: 'AAAA-0002', contactIndexes: [9] });
    register(journal, 4, { claimCode: 'AAAA-0002', contactIndexes: [7] });
    register(journal, 5, { claimCode: 'AAAA-0003', contactIndexes: [8] });
    expect(journal.countPossibleDuplicates(kiosk)).toEqual({ ok: true, value: 1 });
  });

  it('of another event are strangers', () => {
    const journal = open();
    register(journal, 1, { claimCode: 'AAAA-0001', contactIndexes: [7] });
    register(journal, 1, { event: 'event-2', claimCode: 'AAAA-0002', contactIndexes: [7] });
    expect(journal.countPossibleDuplicates({ ...kiosk, event: 'event-2' })).toEqual({ ok: true, value: 0 });
  });
});

describe('a purge', () => {
  it('empties what is due in one transaction, and nothing else can be emptied', () => {
    const journal = open();
    const [due, kept] = [createRecord({ sequence: 1 }), createRecord({ sequence: 2, purpose: 'talent-pool' })];
    journal.append(due);
    journal.append(kept);
    const order = randomUUID();
    const found = journal.purge.listDue({ event: kiosk.event, purpose: 'registration' });
    expect(found).toEqual({ ok: true, value: [{ id: due.id, kiosk: 'K1', sequence: 1 }] });
    const tombstone = { ...head(1), id: due.id, kind: 'tombstone', order } as const;
    const receipt = { ...head(3), kind: 'purge', order, purpose: 'registration', purged: 1 } as const;
    expect(journal.purge.commit({ tombstones: [tombstone], receipt: { ...receipt, sequence: 9 } })).toEqual(failed);
    expect(journal.find(due.id)).toEqual({ ok: true, value: due });
    expect(journal.purge.commit({ tombstones: [tombstone], receipt })).toMatchObject({ ok: true });
    expect(journal.find(due.id)).toEqual({ ok: true, value: tombstone });
    expect(journal.purge.hasReceipt({ event: kiosk.event, order })).toEqual({ ok: true, value: true });
    expect(journal.list({ ...kiosk, afterSequence: 0, limit: 10 })).toEqual({ ok: true, value: [kept] });
    const other = new DatabaseSync(path);
    const change = (set: string) => () => other.prepare(`update record set ${set} where id = ?`).run(kept.id);
    expect(change("kind = 'tombstone', content = '{}'")).toThrow('never changed');
    expect(change("content = '{}'")).toThrow('never changed');
    other.close();
  });

  it('empties what was corrected as well, whatever that was for', () => {
    const journal = open();
    const first = createRecord({ sequence: 1, purpose: 'talent-pool' });
    const second = createRecord({ sequence: 2, purpose: 'talent-pool', replaces: first.id });
    const last = createRecord({ sequence: 3, replaces: second.id });
    const other = createRecord({ sequence: 4, purpose: 'talent-pool' });
    for (const record of [first, second, last, other]) journal.append(record);
    const listDue = (purpose: 'registration' | 'talent-pool') => {
      const due = journal.purge.listDue({ event: kiosk.event, purpose });
      return due.ok ? due.value.map(({ sequence }) => sequence) : due.reason;
    };
    expect(listDue('registration')).toEqual([1, 2, 3]);
    expect(listDue('talent-pool')).toEqual([1, 2, 4]);
  });

  it('says when it cannot clear the log because somebody reads', () => {
    const journal = open();
    journal.append(createRecord());
    const reader = new DatabaseSync(path, { readOnly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from record').get();
    journal.append(createRecord({ sequence: 2 }));
    expect(journal.purge.clearLog()).toEqual({ ok: true, value: false });
    reader.close();
    expect(journal.purge.clearLog()).toEqual({ ok: true, value: true });
    expect(statSync(`${path}-wal`).size).toBe(0);
  });
});

describe('a journal that cannot be trusted', () => {
  it('is not opened when it is no database, and stays as it is', () => {
    const content = 'no database at all, but somebody’s registrations perhaps'.repeat(100);
    writeFileSync(path, content);
    expect(whyNotOpened()).toMatch(/cannot be opened: .*not a database[^]*has not changed it[^]*--data/);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('is not opened when it is damaged', () => {
    const journal = open();
    for (let sequence = 1; sequence <= 300; sequence += 1) journal.append(createRecord({ sequence }));
    journal.close();
    opened.length = 0;
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 3 * 4096, 5 * 4096);
    writeFileSync(path, bytes);
    expect(whyNotOpened()).toContain('cannot be opened');
  });

  it('is not opened when a newer Foyer wrote it', () => {
    open().close();
    opened.length = 0;
    const database = new DatabaseSync(path);
    database.exec('pragma user_version = 99');
    database.close();
    expect(whyNotOpened()).toContain('written by a newer Foyer (journal version 99, this one knows 3)');
  });

  it('is not opened when the folder is missing', () => {
    path = join(folder, 'missing', 'journal.sqlite');
    expect(whyNotOpened()).toContain('Check that the disk is not full and that this user may write there.');
  });
});
