import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe } from 'vitest';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

/** Of a user who may make databases. Missing where there is no PostgreSQL. */
const postgres = process.env['FOYER_TEST_POSTGRES'];

export interface Stores {
  /** Each call opens the same database once more, as another process would. */
  open(): Promise<Store>;
  /** Closes all and begins with an empty database, for each run of a property. */
  renew(): Promise<void>;
  /** The clock of all of them. */
  now: number;
  /** Path of the SQLite file, or URL. */
  readonly url: string;
}

/** For tests: the same suite on both databases, each test with a file or a PostgreSQL schema of its own. */
export function describeStores(name: string, suite: (stores: Stores) => void): void {
  describe(`${name} on SQLite`, () => {
    describeOn(createFile, suite);
  });
  describe.skipIf(postgres === undefined)(`${name} on PostgreSQL`, () => {
    describeOn(() => createSchema(postgres ?? ''), suite);
  });
}

interface Place {
  readonly url: string;
  remove(): Promise<void>;
}

function describeOn(create: () => Promise<Place>, suite: (stores: Stores) => void): void {
  const opened: Store[] = [];
  const stores = { now: 0, url: '', open, renew };
  let place: Place;

  async function open(): Promise<Store> {
    const { url } = stores;
    const store = must(await openStore({ url, logger: pino({ level: 'silent' }), now: () => stores.now }));
    opened.push(store);
    return store;
  }

  async function begin(): Promise<void> {
    place = await create();
    stores.url = place.url;
    stores.now = Date.UTC(2026, 4, 30, 9);
  }

  async function end(): Promise<void> {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await place.remove();
  }

  async function renew(): Promise<void> {
    await end();
    await begin();
  }

  beforeEach(begin);
  afterEach(end);
  suite(stores);
}

function createFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-hub-'));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
  };
  return Promise.resolve({ url: join(folder, 'hub.sqlite'), remove });
}

/** A schema takes a tenth of the time of a database. @param server URL of a database where schemas may be made */
export async function createSchema(server: string): Promise<Place> {
  const name = `foyer_${randomUUID().replaceAll('-', '')}`;
  await runAlone(server, `create schema ${name}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${name}`);
  return { url: url.href.replaceAll('+', '%20'), remove: () => runAlone(server, `drop schema ${name} cascade`) };
}

async function runAlone(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** For tests: the value of what must have succeeded. */
export function must<Value>(result: { ok: true; value: Value } | { ok: false; reason: unknown }): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reason)}`);
  return result.value;
}
