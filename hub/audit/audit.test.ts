import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { err } from '../../domain/result.ts';
import { createIdentity, type Identity } from '../identity/identity.ts';
import { generateIdentityKeys } from '../identity/identity-keys.ts';
import type { StaffSession } from '../staff/staff-session.ts';
import type { Store } from '../store/store.ts';
import { openSqlite } from '../store/database/sqlite.ts';
import { openPostgres } from '../store/database/postgres.ts';
import { pino } from 'pino';
import { createCatalogue } from '../store/kiosk.fixture.ts';
import { describeStores, must } from '../store/stores.fixture.ts';
import { auditEntrySchema } from '../../domain/protocol/staff-calls.ts';
import { canonicalEntry, hashEntry, startOfChain, writeEntryLine } from './chain.ts';
import { exportAudit } from './export-audit.ts';
import { noteChanges } from './note-changes.ts';
import { verifyAudit } from './verify-audit.ts';

const session: StaffSession = { staff: { number: '12', label: 'Desk 1', role: 'supervisor' }, kiosk: 'K1' };
const identity = createIdentity(generateIdentityKeys());

async function exportText(store: Store, by: Identity = identity): Promise<string> {
  let text = '';
  for await (const line of exportAudit({ store, identity: by, now: () => 1_800_000_000_000 })) text += line;
  return text;
}

async function fill(store: Store, entries: number): Promise<string> {
  for (let entry = 0; entry < entries; entry += 1)
    must(await store.audit.append({ session, action: 'readVisitor', subjects: [v7()] }));
  return exportText(store);
}

function openDatabase(url: string) {
  return url.startsWith('postgres://')
    ? openPostgres(url, pino({ level: 'silent' }))
    : Promise.resolve(openSqlite(url));
}

describeStores('the audit trail', (stores) => {
  it('holds who, where, what and on whom, and each entry holds on to the one before', async () => {
    const store = await stores.open();
    must(await store.audit.append({ session, action: 'readVisitor', subjects: ['a'] }));
    stores.now += 5;
    must(await store.audit.append({ session: null, action: 'revoke', subjects: ['K1'] }));
    const { entries, total } = must(await store.audit.list({ limit: 10 }));
    expect(total).toBe(2);
    expect(entries).toMatchObject([
      { number: 2, at: stores.now, staff: null, role: null, kiosk: null, action: 'revoke', subjects: ['K1'] },
      { number: 1, staff: '12', role: 'supervisor', kiosk: 'K1', action: 'readVisitor', previous: startOfChain },
    ]);
    expect(entries[0]?.previous).toBe(entries[1]?.hash);
    expect(must(await store.audit.list({ before: 2, limit: 10 })).entries).toHaveLength(1);
  });

  it('cannot be changed or deleted, by this program neither', async () => {
    const store = await stores.open();
    await fill(store, 3);
    const database = await openDatabase(stores.url);
    const { db } = database;
    await expect(db.updateTable('audit').set({ action: 'nothing' }).execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('audit').where('number', '=', 3).execute()).rejects.toThrow('append-only');
    await database.close();
    expect(must(await store.audit.list({ limit: 10 })).total).toBe(3);
  });

  it('is written with the change, or neither is', async () => {
    const store = await stores.open();
    must(await store.feed.publishCatalogue(createCatalogue()));
    const note = (action: string) => store.noting({ session, action, subjects: [] });
    const total = async () => must(await store.audit.list({ limit: 1 })).total;
    must(await note('closeSession').desk.setClosed('talk', true));
    expect(await total()).toBe(1);
    expect(await note('closeSession').desk.setClosed('no-such-session', true)).toMatchObject({ reason: 'not-found' });
    expect(await total()).toBe(1);
    const tooLong = store.noting({ session, action: 'closeSession', subjects: ['x'.repeat(65)] });
    expect(await tooLong.desk.setClosed('forum', true)).toMatchObject({ reason: 'storage-failed' });
    expect(must(await store.desk.sessions()).map(({ session: { id }, isClosed }) => [id, isClosed])).toEqual([
      ['forum', false],
      ['talk', true],
    ]);
    const database = await openDatabase(stores.url);
    const noting = noteChanges(database, { deed: { session, action: 'once', subjects: [] }, now: () => 0 });
    await noting.change(() => Promise.resolve(err('refused')));
    await noting.change(() => Promise.resolve('done'));
    await noting.change(() => Promise.resolve('more'));
    await database.close();
    expect(must(await store.audit.list({ limit: 10 })).entries.map(({ action }) => action)).toEqual([
      'once',
      'closeSession',
    ]);
  });

  it('has no fork and no gap when several processes write at once', async () => {
    const first = await stores.open();
    const many = [first, await stores.open(), await stores.open()].flatMap((store, which) =>
      Array.from({ length: 25 }, (_, deed) =>
        store.audit.append({ session, action: 'readVisitor', subjects: [`${which} ${deed}`] }),
      ),
    );
    for (const appended of await Promise.all(many)) must(appended);
    const text = await exportText(first);
    expect(must(verifyAudit(text, identity.hubKey)).entries).toBe(75);
  });

  it('is exported whole, in any number of pages', async () => {
    const store = await stores.open();
    expect(must(verifyAudit(await exportText(store), identity.hubKey))).toMatchObject({
      entries: 0,
      head: startOfChain,
    });
    const text = await fill(store, 501);
    expect(must(verifyAudit(text, identity.hubKey))).toMatchObject({ entries: 501, epoch: store.epoch });
  });
});

describeStores('an exported trail', (stores) => {
  let text = '';

  it('shows what was done to it, and where first', async () => {
    text = await fill(await stores.open(), 8);
    const lines = text.trimEnd().split('\n');
    const join = (changed: string[]) => `${changed.join('\n')}\n`;
    const check = (changed: string[], key: string | null = identity.hubKey) => verifyAudit(join(changed), key);

    expect(check(lines)).toMatchObject({ ok: true });
    expect(check(lines.toSpliced(3, 1))).toMatchObject({ reason: { line: 4 } });
    expect(check(lines.toSpliced(0, 1))).toMatchObject({ reason: { line: 1 } });
    const [third = '', fourth = ''] = lines.slice(2, 4);
    expect(check(lines.toSpliced(2, 2, fourth, third))).toMatchObject({ reason: { line: 3 } });
    expect(check(lines.toSpliced(4, 0, lines[4] ?? ''))).toMatchObject({ reason: { line: 6 } });
    expect(check(lines.slice(0, 5))).toMatchObject({ reason: { line: 5 } });
    // The last entries are gone, and the hub's own line stands behind the rest.
    expect(check([...lines.slice(0, 5), lines.at(-1) ?? ''])).toMatchObject({ reason: { line: 6 } });
    expect(verifyAudit(text.slice(0, -1), null)).toMatchObject({ reason: { line: 9 } });
    expect(verifyAudit('', null)).toMatchObject({ reason: { line: 1 } });
    const other = createIdentity(generateIdentityKeys());
    expect(check(lines, other.hubKey)).toMatchObject({ reason: { line: 9, what: 'another hub signed this.' } });

    // Somebody writes the chain anew from a changed entry on, which anybody can: the signature is what they have not.
    let previous = startOfChain;
    const forged = lines.slice(0, -1).map((line, index) => {
      const entry = { ...auditEntrySchema.parse(JSON.parse(line)), previous, ...(index === 3 && { staff: '99' }) };
      const changed = { ...entry, hash: hashEntry(entry) };
      previous = changed.hash;
      return writeEntryLine(changed);
    });
    expect(check([...forged, lines.at(-1) ?? ''])).toMatchObject({ reason: { line: 9 } });
    const withTheirHead = (lines.at(-1) ?? '').replace(/"head":"[0-9a-f]+"/, `"head":"${previous}"`);
    expect(check([...forged, withTheirHead])).toMatchObject({
      reason: { line: 9, what: 'the signature does not hold.' },
    });
  });

  it('shows any byte that was changed, at its line', async () => {
    const bytes = Buffer.from(await fill(await stores.open(), 4));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = Buffer.from(bytes);
        changed[place] = (changed[place] ?? 0) ^ change;
        const checked = verifyAudit(changed.toString('utf8'), identity.hubKey);
        const line = bytes.subarray(0, place).toString().split('\n').length;
        expect(checked).toMatchObject({ ok: false });
        if (!checked.ok) expect(Math.abs(checked.reason.line - line)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the bytes that are hashed', () => {
  it('are the canonical JSON of the README', () => {
    const entry = {
      number: 1,
      at: 1_748_577_600_000,
      staff: '12',
      role: 'helper' as const,
      kiosk: null,
      action: 'readVisitor',
      subjects: ['0196fa20-0000-7000-8000-000000000000'],
      previous: startOfChain,
    };
    expect(canonicalEntry(entry)).toBe(
      `{"action":"readVisitor","at":1748577600000,"kiosk":null,"number":1,"previous":"${startOfChain}","role":"helper","staff":"12","subjects":["0196fa20-0000-7000-8000-000000000000"]}`,
    );
  });
});
