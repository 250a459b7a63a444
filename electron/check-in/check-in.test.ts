import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v4, v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AttendeeDetails } from '../../domain/attendee.ts';
import type { FeedChange } from '../../domain/protocol/feed.ts';
import { suite } from '../../domain/sealing/hpke.ts';
import { openRecord } from '../../domain/sealing/open-record.ts';
import { deriveTicket, lockAttendee } from '../../domain/sealing/ticket.ts';
import { openCache, type Cache } from '../cache/cache.ts';
import { createSampleCatalogue } from '../cache/test-catalogue.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open-journal.ts';
import { createOwnJournal, type OwnJournal } from '../journal/own-journal.ts';
import { createRegistrar } from '../journal/registrar.ts';
import { createSealer } from '../../domain/sealing/seal-record.ts';
import { createRegistration } from '../journal/test-records.ts';
import { createCheckIn } from './check-in.ts';

const logger = pino({ enabled: false });
const details: AttendeeDetails = {
  name: { own: '黃心怡', latin: '' },
  email: 'sumyee@visitor.example',
  phone: '9123 4567',
  field: '',
  interests: [],
  talentPool: 'private',
};

let folder: string;
let keys: CryptoKeyPair;
let sealingKey: string;
let journal: Journal;
let cache: Cache;
let own: OwnJournal;
let checkIn: ReturnType<typeof createCheckIn>;
const event = () => ({ sealingKey, country: 'HK' });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-check-in-'));
  keys = await suite.kem.generateKeyPair();
  sealingKey = Buffer.from(await suite.kem.serializePublicKey(keys.publicKey)).toString('base64url');
  const opened = openJournal(join(folder, 'journal.sqlite'), logger);
  const sealer = await createSealer({ sealingKey, kioskKey: generateKeyPairSync('ed25519').privateKey });
  if (!opened.ok || !sealer.ok) throw new Error('journal or key');
  journal = opened.value;
  cache = openCache(join(folder, 'cache.sqlite'), logger);
  cache.putPack(createSampleCatalogue({ sealingKey }));
  const random = (size: number) => randomBytes(size);
  own = createOwnJournal({ journal, sealer: sealer.value, event: 'event-1', kiosk: 'K1', random });
  checkIn = createCheckIn({ own, event, findAttendee: (index) => cache.findAttendee(index) });
});
afterEach(() => {
  journal.close();
  cache.close();
  rmSync(folder, { recursive: true, force: true });
});

async function addAttendee(code: string, changes: Partial<AttendeeDetails> = {}): Promise<void> {
  const locked = lockAttendee({ ...details, ...changes }, await deriveTicket(code, sealingKey));
  apply([{ kind: 'attendee', id: locked.index, item: locked }]);
}

function apply(changes: FeedChange[]): void {
  cache.applyPage({ cursor: 'c', reset: false, complete: true, changes }, '2025-05-30T02:00:00.000Z');
}

const ask = (code: string, id = v7()) => checkIn({ id, code, language: 'zh-Hant' });

it('keeps who has arrived, sealed, with what finds them again', async () => {
  await addAttendee('ME-1234');
  const arrived = await ask('me 1234');
  if (!arrived.ok || arrived.value.kind !== 'attendee') throw new Error('not checked in');
  expect(arrived.value).toMatchObject({ attendee: details, isRepeat: false });
  const { record } = arrived.value;
  expect(record).toMatchObject({ kind: 'check-in', purpose: 'registration', sequence: 1, replaces: null });
  expect(record.contactIndexes).toHaveLength(2);
  expect(await openRecord(record, keys.privateKey)).toEqual({
    ok: true,
    value: { kind: 'check-in', checkIn: { language: 'zh-Hant', attendee: details } },
  });
  expect(journal.find(record.id)).toEqual({ ok: true, value: record });
});

it('takes ten arrivals with one ticket at once for one', async () => {
  await addAttendee('ME-1234');
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask('ME-1234')));
  const repeats = answers.map((answer) => answer.ok && answer.value.kind === 'attendee' && answer.value.isRepeat);
  expect(repeats.filter((isRepeat) => !isRepeat)).toHaveLength(1);
  expect(journal.nextSequence(own.owner)).toEqual({ ok: true, value: 2 });
});

it('finds a walk-in who had a ticket, however the address was written', async () => {
  await addAttendee('ME-1234');
  const registrar = createRegistrar({ own, event });
  const contact = { kind: 'email', value: 'SumYee+fair@Visitor.example' } as const;
  await registrar.register({ id: v7(), replaces: null, registration: createRegistration({ contact }) });
  await ask('ME-1234');
  expect(journal.countPossibleDuplicates(own.owner)).toEqual({ ok: true, value: 1 });
});

it('leaves nothing readable, neither before nor after', async () => {
  await addAttendee('ME-1234');
  await ask('ME-1234');
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  for (const text of [details.name.own, 'sumyee@visitor.example', '9123 4567', 'ME-1234', 'ME1234']) {
    const traces = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64'))];
    expect(files.some((file) => traces.some((trace) => file.includes(trace)))).toBe(false);
  }
});

// Measured: 120 to 220 ms on a busy two-core machine, nearly all of it scrypt; 16 ms for a code that nobody guesses.
it('takes less than two seconds among 50,000', { timeout: 60_000 }, async () => {
  const filler = 'x'.repeat(400);
  for (let page = 0; page < 25; page += 1) {
    const indexes = Array.from({ length: 2000 }, () => randomBytes(16).toString('base64url'));
    apply(indexes.map((index) => ({ kind: 'attendee', id: index, item: { index, ciphertext: filler } })));
  }
  const unguessable = v4();
  const codes = [...Array.from({ length: 9 }, (_, index) => `ME-${String(index)}000`), unguessable];
  for (const code of codes) await addAttendee(code);
  const times: number[] = [];
  for (const code of codes) {
    const start = performance.now();
    expect(await ask(code)).toMatchObject({ ok: true, value: { kind: 'attendee' } });
    times.push(Math.round(performance.now() - start));
  }
  expect(Math.max(...times)).toBeLessThan(2000);
});
