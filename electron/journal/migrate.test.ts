import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signedBytes } from '../../domain/kiosk-record.ts';
import { associatedData, type SealedRecord } from '../../domain/sealed-record.ts';
import { openRecord } from '../../domain/sealing/open-record.ts';
import { sealJson, suite } from '../../domain/sealing/hpke.ts';
import type { Journal } from './journal.ts';
import { openJournal } from './open-journal.ts';
import type { PrintOutcome } from './print-outcomes.ts';
import { readJournal } from './read-journal.ts';
import { secondSchema } from './second-schema.fixture.ts';
import { createRegistration } from './test-records.ts';

const owner = { event: 'event-1', kiosk: 'K1' };
const kioskKey = generateKeyPairSync('ed25519').privateKey;
const logger = pino({ enabled: false });

/** As the first Foyer made it. */
const firstSchema = `
  create table sealed_record (
    id text primary key not null, replaces text, event text not null, kiosk text not null, sequence integer not null,
    claim_code text not null, encapsulated_key text not null, ciphertext text not null, signature text not null,
    unique (event, kiosk, sequence)
  ) strict;
  create index sealed_record_claim_code on sealed_record (claim_code);
  create trigger sealed_record_update before update on sealed_record
    begin select raise(abort, 'a sealed record is never changed'); end;
  create trigger sealed_record_delete before delete on sealed_record
    begin select raise(abort, 'a sealed record is never deleted'); end;
  pragma user_version = 1;
`;

let folder: string;
let path: string;
const opened: Journal[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-migrate-'));
  path = join(folder, 'journal.sqlite');
});
afterEach(() => {
  for (const journal of opened.splice(0)) journal.close();
  rmSync(folder, { recursive: true, force: true });
});

async function sealAsBefore(sequence: number, publicKey: CryptoKey): Promise<SealedRecord> {
  const envelope = {
    ...({ kind: 'registration', version: 1, purpose: 'registration', ticketIndex: null, contactIndexes: [] } as const),
    ...{
      ...owner,
      id: v7(),
      replaces: sequence === 2 ? v7() : null,
      sequence,
      claimCode: `AAAA-000${String(sequence)}`,
    },
    contactIndexes: [],
  };
  const context = { purpose: 'foyer registration', associatedData: associatedData(envelope) } as const;
  const unsigned = { ...envelope, ...(await sealJson(createRegistration(), publicKey, context)) };
  return { ...unsigned, signature: sign(null, signedBytes(unsigned), kioskKey).toString('base64url') };
}

function writeFirstVersion(records: readonly SealedRecord[]): void {
  const database = new DatabaseSync(path);
  database.exec(`pragma journal_mode = wal; ${firstSchema}`);
  const insert = database.prepare('insert into sealed_record values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { id, replaces, event, kiosk, sequence, claimCode, encapsulatedKey, ciphertext, signature } of records) {
    insert.run(id, replaces, event, kiosk, sequence, claimCode, encapsulatedKey, ciphertext, signature);
  }
  database.close();
}

function writeSecondVersion(records: readonly SealedRecord[]): void {
  const database = new DatabaseSync(path);
  database.exec(`pragma journal_mode = wal; ${secondSchema}`);
  const insert = database.prepare(
    `insert into record (id, event, kiosk, sequence, kind, claim_code, purpose, content)
     values (?, ?, ?, ?, 'registration', ?, 'registration', ?)`,
  );
  for (const record of records) {
    const { id, event, kiosk, sequence, claimCode } = record;
    insert.run(id, event, kiosk, sequence, claimCode, JSON.stringify(record));
  }
  database.prepare('insert into outbox values (?, ?, ?, ?)').run(owner.event, owner.kiosk, 'epoch-1', 2);
  database.close();
}

const outcome: PrintOutcome = {
  id: v7(),
  at: '2025-05-30T02:51:00.000Z',
  document: 'badge',
  copy: 'first',
  printer: 'desk-1',
  state: 'failed',
  fault: 'paper-out',
};

function open(): Journal {
  const journal = openJournal(path, logger);
  if (!journal.ok) throw new Error(journal.reason.message);
  opened.push(journal.value);
  return journal.value;
}

it('upgrades with a full outbox: every record, still signed and sealed, waits to be sent', async () => {
  const keys = await suite.kem.generateKeyPair();
  const records = [await sealAsBefore(1, keys.publicKey), await sealAsBefore(2, keys.publicKey)];
  writeFirstVersion(records);
  expect(readJournal(path)).toEqual({ ok: true, value: records });
  const journal = open();
  expect(journal.list({ ...owner, afterSequence: 0, limit: 10 })).toEqual({ ok: true, value: records });
  expect(readJournal(path)).toEqual({ ok: true, value: records });
  expect(journal.outbox.read(owner)).toEqual({ ok: true, value: { epoch: null, nextSequence: 1 } });
  expect(journal.nextSequence(owner)).toEqual({ ok: true, value: 3 });
  for (const record of records) {
    const signature = Buffer.from(record.signature, 'base64url');
    expect(verify(null, signedBytes(record), createPublicKey(kioskKey), signature)).toBe(true);
    const content = await openRecord(record, keys.privateKey);
    expect(content).toEqual({ ok: true, value: { kind: 'registration', registration: createRegistration() } });
  }
});

it('upgrades whole or not at all', async () => {
  const keys = await suite.kem.generateKeyPair();
  const good = await sealAsBefore(1, keys.publicKey);
  writeFirstVersion([good, { ...(await sealAsBefore(2, keys.publicKey)), claimCode: 'not a claim code' }]);
  const before = readFileSync(path);
  const journal = openJournal(path, logger);
  expect(journal).toMatchObject({ ok: false, reason: { code: 'journal' } });
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('a journal of the second Foyer keeps its records and its outbox, and learns how sheets end', async () => {
  const keys = await suite.kem.generateKeyPair();
  const records = [await sealAsBefore(1, keys.publicKey), await sealAsBefore(2, keys.publicKey)];
  writeSecondVersion(records);
  expect(readJournal(path)).toEqual({ ok: true, value: records });
  const journal = open();
  expect(journal.list({ ...owner, afterSequence: 0, limit: 10 })).toEqual({ ok: true, value: records });
  expect(journal.outbox.read(owner)).toEqual({ ok: true, value: { epoch: 'epoch-1', nextSequence: 2 } });
  expect(journal.printOutcomes.keep(outcome)).toEqual({ ok: true });
  expect(journal.printOutcomes.list({ limit: 10 })).toEqual({ ok: true, value: [outcome] });
  expect(journal.nextSequence(owner)).toEqual({ ok: true, value: 3 });
});

it('the first, the second and a new journal end alike', async () => {
  const keys = await suite.kem.generateKeyPair();
  const record = await sealAsBefore(1, keys.publicKey);
  const writers = [
    () => undefined,
    () => {
      writeFirstVersion([record]);
    },
    () => {
      writeSecondVersion([record]);
    },
  ];
  const tables = writers.map((write) => {
    rmSync(path, { force: true });
    write();
    const journal = open();
    journal.close();
    opened.pop();
    const database = new DatabaseSync(path, { readOnly: true });
    const found = database
      .prepare("select type, name, sql from sqlite_schema where name not like 'sqlite%' order by name")
      .all()
      .map(({ sql, ...rest }) => ({
        ...rest,
        sql: String(sql)
          .replace(/\/\*.*?\*\/|\s+/gsu, ' ')
          .replace(/ +/gu, ' '),
      }));
    const version = database.prepare('pragma user_version').get();
    database.close();
    return { found, version };
  });
  expect(tables[1]).toEqual(tables[0]);
  expect(tables[2]).toEqual(tables[0]);
});
