import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';
import { describeStores, must } from './stores.fixture.ts';

const logger = pino({ level: 'silent' });

describeStores('a store', (stores) => {
  it('is made once by processes that start together', async () => {
    const opened = await Promise.all([stores.open(), stores.open(), stores.open()]);
    expect(new Set(opened.map(({ epoch }) => epoch)).size).toBe(1);
    for (const store of opened) expect(await store.check()).toEqual({ ok: true, value: undefined });
  });

  it('keeps settings', async () => {
    const store = await stores.open();
    expect(must(await store.settings.get('key'))).toBeNull();
    must(await store.settings.set('key', 'one'));
    must(await store.settings.set('key', 'two'));
    expect(must(await store.settings.get('key'))).toBe('two');
    expect(must(await store.settings.setOnce('key', 'three'))).toBe('two');
    expect(must(await store.settings.setOnce('other', 'first'))).toBe('first');
  });

  it('does not open what a newer Foyer wrote, and leaves it as it is', async () => {
    const store = await stores.open();
    await run(stores.url, 'update foyer_schema set version = 99');
    const refused = await openStore({ url: stores.url, logger, now: Date.now });
    expect(refused).toMatchObject({ ok: false, reason: { code: 'newer-version' } });
    const sentence = refused.ok ? '' : refused.reason.message;
    expect(sentence).toMatch(/written by a newer Foyer \(version 99, this one knows \d+\).*has not been changed/);
    expect(await store.check()).toMatchObject({ ok: true });
  });

  it('answers storage-failed when its tables are gone', async () => {
    const store = await stores.open();
    await run(stores.url, 'drop table hub');
    expect(await store.check()).toEqual({ ok: false, reason: 'storage-failed' });
  });
});

async function run(url: string, statement: string): Promise<void> {
  if (!url.startsWith('postgres://')) {
    const database = new DatabaseSync(url);
    database.exec(statement);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe('a store of SQLite', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'foyer-hub-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is not made of a file that is no database', async () => {
    const url = join(folder, 'hub.sqlite');
    writeFileSync(url, 'not a database, but perhaps something dear to somebody '.repeat(50));
    expect(await openStore({ url, logger, now: Date.now })).toMatchObject({
      ok: false,
      reason: { code: 'cannot-open', message: expect.stringContaining('not a database') as string },
    });
  });

  it('is not made in a folder that is missing', async () => {
    const url = join(folder, 'missing', 'hub.sqlite');
    expect(await openStore({ url, logger, now: Date.now })).toMatchObject({ reason: { code: 'cannot-open' } });
  });
});

it('does not open a PostgreSQL that is not there, and keeps its password to itself', async () => {
  const refused = await openStore({ url: 'postgres://hub:secret@127.0.0.1:1/foyer', logger, now: Date.now });
  expect(refused).toMatchObject({ ok: false, reason: { code: 'cannot-open' } });
  expect(JSON.stringify(refused)).not.toContain('secret');
});
