import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
    database.exec('pragma user_version = 3');
    database.close();
    expect(whyNotOpened()).toContain('written by a newer Foyer (journal version 3, this one knows 2)');
  });

  it('is not opened when the folder is missing', () => {
    path = join(folder, 'missing', 'journal.sqlite');
    expect(whyNotOpened()).toContain('Check that the disk is not full and that this user may write there.');
  });
});
