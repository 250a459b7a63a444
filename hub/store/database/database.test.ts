import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { createGroupCommit } from '../records/group-commit.ts';
import { describeStores } from '../stores.fixture.ts';
import type { Change, Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

const logger = pino({ level: 'silent' });

describeStores('a database', (stores) => {
  const opened: Database[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
  });

  /** With its tables, which a store makes. */
  async function open(): Promise<Database> {
    const { kind } = await stores.open();
    const database = kind === 'sqlite' ? openSqlite(stores.url) : await openPostgres(stores.url, logger);
    opened.push(database);
    return database;
  }
  async function add(trx: Change, key: string): Promise<void> {
    await trx.insertInto('setting').values({ key, value: 'here' }).execute();
  }
  const listKeys = async ({ db }: Database) =>
    (await db.selectFrom('setting').select('key').orderBy('key').execute()).map(({ key }) => key);

  it('keeps a change with the write that was handed over last', async () => {
    const database = await open();
    const value = await database.change(async (trx, writeLast) => {
      await add(trx, 'first');
      writeLast(add(trx, 'last'));
      return 'done';
    });
    expect(value).toBe('done');
    expect(await listKeys(database)).toEqual(['first', 'last']);
  });

  it('keeps nothing of a change whose last write fails, and goes on', async () => {
    const database = await open();
    const failing = database.change(async (trx, writeLast) => {
      await add(trx, 'first');
      writeLast(add(trx, 'first'));
    });
    await expect(failing).rejects.toThrow(/unique/i);
    await database.change((trx) => add(trx, 'second'));
    expect(await listKeys(database)).toEqual(['second']);
  });

  it('keeps nothing of a change that throws, and goes on', async () => {
    const database = await open();
    const failing = database.change(async (trx) => {
      await add(trx, 'first');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await database.change((trx) => add(trx, 'second'));
    expect(await listKeys(database)).toEqual(['second']);
  });

  it('lets changes of two processes happen one after the other', async () => {
    const [one, other] = [await open(), await open()];
    const raise = async (trx: Change) => {
      const { revision } = await trx.selectFrom('hub').select('revision').executeTakeFirstOrThrow();
      await trx
        .updateTable('hub')
        .set({ revision: revision + 1 })
        .execute();
    };
    await Promise.all([one, other].flatMap(({ change }) => Array.from({ length: 20 }, () => change(raise))));
    const { revision } = await one.db.selectFrom('hub').select('revision').executeTakeFirstOrThrow();
    expect(revision).toBe(40);
  });

  it('goes on after its connection was cut in the middle of a change', async ({ skip }) => {
    const database = await open();
    skip(database.kind === 'sqlite', 'SQLite has no connection to cut');
    const cut = database.change(async (trx) => {
      await add(trx, 'lost');
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
    });
    await expect(cut).rejects.toThrow();
    await database.change((trx) => add(trx, 'kept'));
    expect(await listKeys(database)).toEqual(['kept']);
  });

  it('finds values in a list of any length', async () => {
    const database = await open();
    const keys = Array.from({ length: 2000 }, (_, index) => `key ${index}`);
    await database.change((trx) => add(trx, 'key 1999'));
    const found = await database.db.selectFrom('setting').select('key').where(database.among('key', keys)).execute();
    expect(found).toEqual([{ key: 'key 1999' }]);
  });
});

it('commits together what arrives during a commit, and fails alone what cannot be committed', async () => {
  const groups: string[][] = [];
  const submit = createGroupCommit<string, string>((batches) => {
    groups.push([...batches]);
    if (batches.includes('bad')) return Promise.reject(new Error('bad batch'));
    return Promise.resolve(batches.map((batch) => batch.toUpperCase()));
  });
  const answers = await Promise.allSettled(['a', 'bad', 'b'].map((batch) => submit(batch, 1)));
  expect(groups).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
  expect(answers).toMatchObject([
    { status: 'fulfilled', value: 'A' },
    { status: 'rejected', reason: { message: 'bad batch' } },
    { status: 'fulfilled', value: 'B' },
  ]);
  await Promise.all([submit('c', 900), submit('d', 200), submit('e', 5000), submit('f', 1)]);
  expect(groups.slice(4)).toEqual([['c'], ['d'], ['e'], ['f']]);
});
