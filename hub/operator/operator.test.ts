import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { feedPageSchema, purgeOrderBytes, purgeOrderSchema } from '../../domain/protocol/feed.ts';
import { deriveTicket, unlockAttendee } from '../../domain/sealing/ticket.ts';
import {
  changeFile,
  closeHubs,
  copyPack,
  eventDay,
  samplePack,
  sampleSealingKey,
  startTestHub,
  type TestHub,
} from '../hub.fixture.ts';
import { holds } from '../identity/ed25519.ts';
import { receiptBytes } from '../retention/receipt.ts';

afterEach(closeHubs);

const keyFile = JSON.parse(readFileSync(join(samplePack, 'sample-key.json'), 'utf8')) as unknown;
const day = 86_400_000;
const patience = { timeout: 10_000 };

function unlock(hub: TestHub, passphrase = 'sample') {
  return hub.operate('POST', '/v1/operator/unlock', { keyFile, passphrase });
}

describe('an event pack', () => {
  it('with errors changes nothing and says what is wrong', async () => {
    const hub = await startTestHub();
    const folder = copyPack();
    changeFile(join(folder, 'companies.csv'), (text) => text.replace(',A01,', ',A01,more,'));
    const answer = await hub.operate('POST', '/v1/operator/event', { folder });
    expect(answer).toMatchObject({ status: 422, body: { error: 'broken-pack' } });
    const { problems } = answer.body as { problems: unknown[] };
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'error', file: 'companies.csv', row: 2 }));
    changeFile(join(folder, 'companies.csv'), (text) => text.replace(',A01,more,', ',A01,'));
    const good = await hub.operate('POST', '/v1/operator/event', { folder });
    expect(good).toMatchObject({ status: 200, body: { changed: 0, removed: 0 } });
  });

  it('may be sent file by file', async () => {
    const hub = await startTestHub({ pack: null });
    const names = ['event.json', 'companies.csv', 'jobs.json', 'agenda.csv', 'floorplan.geojson'];
    const read = (name: string) => readFileSync(join(samplePack, name)).toString('base64');
    const files = Object.fromEntries(names.map((name) => [name, read(name)]));
    const { body } = await hub.operate('POST', '/v1/operator/event', { files });
    expect(body).toMatchObject({ counts: { companies: 32, jobs: 320, sessions: 12 } });
    expect((await hub.ask('GET', '/ready')).status).toBe(200);
  });

  it('of another event is refused, and so is a folder that is none', async () => {
    const hub = await startTestHub();
    const folder = copyPack();
    changeFile(join(folder, 'event.json'), (text) => text.replace('"id": "micro-e-in-action-2025"', '"id": "another"'));
    const other = await hub.operate('POST', '/v1/operator/event', { folder });
    expect(other).toMatchObject({ status: 409, body: { error: 'other-event' } });
    const missing = await hub.operate('POST', '/v1/operator/event', { folder: '/nowhere' });
    expect(missing).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('cannot be read') as string },
    });
  });

  it('with errors at the start leaves the last good one, or stops a hub that has none', async () => {
    const pack = copyPack();
    const hub = await startTestHub({ pack });
    changeFile(join(pack, 'companies.csv'), (text) => text.replace(',A01,', ',A01,more,'));
    const again = await hub.restart();
    expect((await again.ask('GET', '/ready')).status).toBe(200);
    await expect(startTestHub({ pack })).rejects.toThrow('companies.csv, row 2: The row has 9 cells, the heading 8.');
  });
});

describe('attendees', () => {
  const progressSchema = z.object({
    attendees: z.object({ published: z.number(), state: z.string(), done: z.number() }),
  });
  const progress = async (hub: TestHub) =>
    progressSchema.parse((await hub.operate('GET', '/v1/operator/event')).body).attendees;

  it('reach kiosks as entries that only the ticket’s code opens, and are not derived twice', async () => {
    const pack = copyPack();
    const hub = await startTestHub({ pack });
    const kiosk = await hub.enrol();
    const csv = [
      'code,name,email,status',
      '7K3Q9XTA,Chan Tai Man,taiman@visitor.example,student',
      'M4NV-2PWZ,李小龍,,',
      '',
    ].join('\n');
    const files = { 'attendees.csv': csv };
    await loadWith(hub, pack, files);
    await expect.poll(() => progress(hub), patience).toEqual({ published: 2, state: 'published', done: 2 });
    const { body } = await kiosk.ask('GET', '/v1/feed?limit=2000');
    const entries = feedPageSchema
      .parse(body)
      .changes.flatMap((change) => (change.kind === 'attendee' && change.item ? [change.item] : []));
    const ticket = await deriveTicket('7k3q-9xta', sampleSealingKey);
    const entry = entries.find(({ index }) => index === ticket.index);
    if (entry === undefined) throw new Error('the ticket finds no entry');
    expect(unlockAttendee(entry, ticket)).toMatchObject({ ok: true, value: { email: 'taiman@visitor.example' } });
    for (const name of ['attendees.locked', 'attendees.key']) {
      expect(readFileSync(join(hub.data, name), 'utf8')).not.toMatch(/taiman|7K3Q|小龍/i);
    }
    // One changes, one stays: the other's entry is the very same bytes.
    const before = readFileSync(join(hub.data, 'attendees.locked'), 'utf8').split('\n');
    await loadWith(hub, pack, { 'attendees.csv': csv.replace('Tai Man', 'Tai-man') });
    await expect
      .poll(
        () =>
          readFileSync(join(hub.data, 'attendees.locked'), 'utf8')
            .split('\n')
            .filter((line) => before.includes(line)).length,
      )
      .toBe(2);
    expect(await progress(hub)).toMatchObject({ published: 2 });
  });

  it('go on where a hub stopped, past a line that the power cut short', async () => {
    const pack = copyPack();
    const hub = await startTestHub({ pack });
    const csv = 'code,name\n7K3Q9XTA,Chan Tai Man\nM4NV2PWZ,Lee Siu Lung\n';
    await loadWith(hub, pack, { 'attendees.csv': csv });
    await expect.poll(() => progress(hub), patience).toMatchObject({ state: 'published' });
    const locked = join(hub.data, 'attendees.locked');
    const [first = '', second = ''] = readFileSync(locked, 'utf8').split('\n');
    await hub.close();
    changeFile(locked, () => `${first}\n${second.slice(0, 40)}`);
    const again = await hub.restart();
    await loadWith(again, pack, { 'attendees.csv': csv });
    await expect.poll(() => progress(again), patience).toMatchObject({ state: 'published', published: 2 });
    const lines = readFileSync(locked, 'utf8').split('\n');
    expect(lines.filter((line) => line === first || line === second)).toEqual([first]);
    expect(lines.filter((line) => line !== '')).toHaveLength(2);
  });

  it('may come without the rest of the pack; a list with errors changes nothing', async () => {
    const hub = await startTestHub();
    const send = (text: string) =>
      hub.operate('POST', '/v1/operator/attendees', {
        name: 'attendees.csv',
        content: Buffer.from(text).toString('base64'),
      });
    expect((await send('code,name\n7K3Q9XTA,Chan Tai Man\n')).status).toBe(200);
    await expect.poll(() => progress(hub), patience).toMatchObject({ state: 'published', published: 1 });
    const broken = await send('code,name\n,Lee Siu Lung\n');
    expect(broken).toMatchObject({ status: 422, body: { problems: [{ row: 2, column: 'code' }] } });
    expect(JSON.stringify(broken.body)).not.toContain('Siu Lung');
    expect(await progress(hub)).toMatchObject({ published: 1 });
  });

  it('that were purged leave nothing, and do not come back with the next start', async () => {
    const pack = copyPack();
    writeFileSync(join(pack, 'attendees.csv'), 'code,name\n7K3Q9XTA,Chan Tai Man\n');
    const hub = await startTestHub({ pack });
    await expect.poll(() => progress(hub), patience).toMatchObject({ published: 1 });
    await hub.operate('POST', '/v1/operator/purge', { purpose: 'registration' });
    const locked = join(hub.data, 'attendees.locked');
    expect(existsSync(locked)).toBe(false);
    const again = await hub.restart();
    await expect.poll(() => progress(again), patience).toMatchObject({ state: 'failed', published: 0 });
    expect(existsSync(locked)).toBe(false);
  });

  it('that come twice in a hurry are those of the last list', async () => {
    const hub = await startTestHub();
    const send = (name: string) =>
      hub.operate('POST', '/v1/operator/attendees', {
        name: 'attendees.csv',
        content: Buffer.from(`code,name\n7K3Q9XT${name},Chan Tai Man\n`).toString('base64'),
      });
    await Promise.all(['A', 'B', 'C'].map(send));
    await send('D');
    await expect.poll(() => progress(hub), patience).toMatchObject({ state: 'published', published: 1 });
    const ticket = await deriveTicket('7K3Q9XTD', sampleSealingKey);
    expect(readFileSync(join(hub.data, 'attendees.locked'), 'utf8')).toContain(ticket.index);
  });

  function loadWith(hub: TestHub, pack: string, added: Record<string, string>) {
    const names = ['event.json', 'companies.csv', 'jobs.json', 'agenda.csv', 'floorplan.geojson'];
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(pack, name)).toString('base64')]));
    const more = Object.entries(added).map(([name, text]) => [name, Buffer.from(text).toString('base64')]);
    return hub.operate('POST', '/v1/operator/event', {
      files: { ...files, ...(Object.fromEntries(more) as Record<string, string>) },
    });
  }
});

describe('the event’s key', () => {
  it('opens nothing until it is given, and nothing after a restart', async () => {
    const hub = await startTestHub();
    expect(await hub.operate('GET', '/v1/operator/export')).toMatchObject({ status: 423, body: { error: 'locked' } });
    expect(await unlock(hub, 'wrong')).toMatchObject({ status: 403, body: { error: 'wrong-passphrase' } });
    const bad = await hub.operate('POST', '/v1/operator/unlock', { keyFile: {}, passphrase: 'sample' });
    expect(bad).toMatchObject({ status: 422, body: { error: 'wrong-key' } });
    expect((await unlock(hub)).status).toBe(200);
    expect((await hub.operate('GET', '/v1/operator/export')).status).toBe(200);
    const again = await hub.restart();
    expect((await again.operate('GET', '/v1/operator/export')).status).toBe(423);
  });

  it('of another event is refused', async () => {
    const folder = copyPack();
    changeFile(join(folder, 'event.json'), (text) =>
      text.replace(sampleSealingKey, 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo'),
    );
    const hub = await startTestHub({ pack: folder });
    expect(await unlock(hub)).toMatchObject({ status: 422, body: { error: 'wrong-key' } });
  });

  it('writes the table of visitors', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const first = await kiosk.registration(1, { name: '陳大文', email: 'taiman@visitor.example' });
    const second = await kiosk.registration(2, { name: '=1+1', email: 'formula@visitor.example' });
    await kiosk.send([first, second]);
    await unlock(hub);
    const { body, headers } = await hub.operate('GET', '/v1/operator/export');
    expect(headers['content-type']).toContain('text/csv');
    const rows: unknown = parse(String(body), { bom: true, columns: true });
    expect(rows).toMatchObject([
      { name: '陳大文', email: 'taiman@visitor.example', claim_code: first.claimCode, kind: 'registration' },
      { name: "'=1+1", claim_code: second.claimCode },
    ]);
  });
});

describe('a pair', () => {
  /** Two kiosks, one person, spelled differently; and one who only has the same blind index. */
  async function meet(hub: TestHub) {
    const [one, other] = [await hub.enrol(), await hub.enrol()];
    const contactIndexes = [12_345];
    const first = await one.registration(1, { name: 'Chan Tai Man', email: 'taiman@visitor.example', contactIndexes });
    const second = await other.registration(1, { name: 'CHAN, T.M.', email: 'TaiMan@Visitor.example', contactIndexes });
    await one.send([first]);
    await other.send([second]);
    const { body } = await hub.operate('GET', '/v1/operator/pairs');
    const { pairs } = z.object({ pairs: z.array(z.object({ id: z.number(), state: z.string() })) }).parse(body);
    return { first, second, pair: pairs[0]?.id ?? 0, pairs };
  }

  it('is compared in words when the hub is unlocked, merged, and undone', async () => {
    const hub = await startTestHub();
    const { first, second, pair, pairs } = await meet(hub);
    expect(pairs).toHaveLength(1);
    const compare = () => hub.operate('GET', `/v1/operator/pairs/compare?pair=${pair}`);
    expect((await compare()).body).toMatchObject({ isUnlocked: false, first: { records: [{ content: null }] } });
    await unlock(hub);
    expect((await compare()).body).toMatchObject({
      isUnlocked: true,
      first: { records: [{ content: { registration: { name: { own: 'Chan Tai Man' } } } }] },
      second: { records: [{ content: { registration: { name: { own: 'CHAN, T.M.' } } } }] },
    });
    expect((await hub.operate('POST', '/v1/operator/pairs/merge', { pair })).status).toBe(200);
    expect((await hub.operate('POST', '/v1/operator/pairs/merge', { pair })).body).toMatchObject({
      error: 'already-merged',
    });
    const find = (claimCode: string) => hub.operate('POST', '/v1/operator/visitors/find', { claimCode });
    const merged = { visitors: [{ claimCode: first.claimCode, otherCodes: [second.claimCode] }] };
    expect((await find(first.claimCode)).body).toMatchObject(merged);
    expect((await find(second.claimCode)).body).toMatchObject(merged);
    expect((await hub.operate('POST', '/v1/operator/pairs/undo', { pair })).status).toBe(200);
    expect((await find(second.claimCode)).body).toMatchObject({
      visitors: [{ claimCode: second.claimCode, otherCodes: [] }],
    });
    expect((await hub.operate('POST', '/v1/operator/pairs/undo', { pair })).body).toMatchObject({
      error: 'nothing-to-undo',
    });
    const actions = ((await compare()).body as { log: { action: string }[] }).log.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['found', 'merged', 'undone']));
  });

  it('is confirmed by the hub itself once it may open records', async () => {
    const hub = await startTestHub();
    const { pair } = await meet(hub);
    await unlock(hub);
    const state = async () => (await hub.operate('GET', '/v1/operator/pairs')).body;
    await expect.poll(state, patience).toMatchObject({ pairs: [{ id: pair, state: 'confirmed' }] });
  });

  it('that nobody has is not found', async () => {
    const hub = await startTestHub();
    expect((await hub.operate('GET', '/v1/operator/pairs/compare?pair=99')).status).toBe(404);
    expect((await hub.operate('POST', '/v1/operator/visitors/find', { claimCode: 'ZZZZ-9999' })).status).toBe(404);
  });
});

describe('retention', () => {
  const receiptSchema = z.object({
    order: purgeOrderSchema,
    counts: z.object({ sealedRecords: z.number(), deadLetters: z.number(), attendees: z.number() }),
    due: z.number(),
    at: z.number(),
    signature: z.string(),
  });

  async function readReceipts(hub: TestHub) {
    const { body } = await hub.operate('GET', '/v1/operator/receipts');
    return z.object({ hubKey: z.string(), hub: z.array(receiptSchema) }).parse(body);
  }

  it('erases on its day, orders kiosks to, and leaves receipts that anybody can count and verify', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const records = [1, 2].map((sequence) =>
      kiosk.registration(sequence, { name: 'Chan Tai Man', email: 'taiman@visitor.example' }),
    );
    await kiosk.send(await Promise.all(records));
    hub.clock.now = eventDay + 29 * day;
    expect((await hub.operate('POST', '/v1/operator/purge', {})).body).toEqual({ receipts: [] });
    hub.clock.now = eventDay + 32 * day;
    expect((await hub.operate('GET', '/v1/operator/purge')).body).toMatchObject({
      purposes: [
        { purpose: 'registration', isDue: true, isAutomatic: true },
        { purpose: 'talent-pool', isDue: false },
      ],
    });
    await hub.operate('POST', '/v1/operator/purge', {});
    const { hubKey, hub: receipts } = await readReceipts(hub);
    expect(hubKey).toBe(kiosk.hubKey);
    expect(receipts).toMatchObject([
      { order: { purpose: 'registration' }, counts: { sealedRecords: 2 }, at: hub.clock.now },
    ]);
    for (const receipt of receipts) {
      const { order, signature } = receipt;
      expect(holds({ bytes: receiptBytes(receipt), signature, publicKey: hubKey })).toBe(true);
      const more = { ...receipt, counts: { ...receipt.counts, sealedRecords: 3 } };
      expect(holds({ bytes: receiptBytes(more), signature, publicKey: hubKey })).toBe(false);
      expect(holds({ bytes: purgeOrderBytes(order), signature: order.signature, publicKey: hubKey })).toBe(true);
    }
    const { body } = await kiosk.ask('GET', '/v1/feed?limit=2000');
    expect(
      feedPageSchema.parse(body).changes.flatMap(({ kind, item }) => (kind === 'purge-order' ? [item] : [])),
    ).toEqual([receipts[0]?.order]);
    await unlock(hub);
    const table = String((await hub.operate('GET', '/v1/operator/export')).body);
    expect(parse(table, { bom: true, columns: true })).toEqual([]);
  });

  it('runs by itself at a start on or after the day', async () => {
    const hub = await startTestHub();
    expect((await readReceipts(hub)).hub).toEqual([]);
    const late = await hub.restart([], eventDay + 400 * day);
    await expect
      .poll(async () => (await readReceipts(late)).hub.map(({ order }) => order.purpose))
      .toEqual(['registration', 'talent-pool']);
  });

  it('erases nothing by itself for an event whose days were over when it was first loaded', async () => {
    const lines: string[] = [];
    const hub = await startTestHub({ now: eventDay + 400 * day, logLines: lines });
    await expect.poll(() => lines.filter((line) => line.includes('nothing is erased until')).length).toBe(2);
    expect((await readReceipts(hub)).hub).toEqual([]);
    await hub.operate('POST', '/v1/operator/purge', { purpose: 'registration' });
    expect((await readReceipts(hub)).hub).toMatchObject([{ order: { purpose: 'registration' } }]);
  });
});

it('says which folder is no hub’s', async () => {
  const hub = await startTestHub();
  rmSync(join(hub.data, 'identity.pem'));
  await expect(hub.restart()).rejects.toThrow('another identity');
});
