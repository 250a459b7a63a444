import { setImmediate } from 'node:timers/promises';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Change, Database, WriteLast } from './database.ts';
import type { Tables } from './tables.ts';

const settings = {
  /** Answers only when the disk has the commit, whatever the server's default is. */
  synchronous_commit: 'on',
  /** Milliseconds after which a process that hangs gives up its locks, and one that waits for them gives up. */
  idle_in_transaction_session_timeout: '15000',
  lock_timeout: '15000',
  statement_timeout: '60000',
  /** A kept plan was made when the tables were empty, where reading all of an index looks cheap: it stopped the intake at 10,000 records. */
  plan_cache_mode: 'force_custom_plan',
};

export const sessionSettings = Object.entries(settings)
  .map(([name, value]) => `set ${name} = ${value}`)
  .join('; ');

/** The hub's only row is the lock: reads after it see all that was committed before it was had (READ COMMITTED). */
const begin = 'begin; select id from hub for update';

/**
 * Two ways to the server and back for what the intake does: begin, lock and reads; then writes and commit. One after the other they were
 * eight, at 0.1 ms each on the same machine. Kysely's own transactions wait for each answer.
 * @param prepared names of the statements that are prepared, by their text: reading one takes as long as doing it for a single record
 */
export function createChange(pool: Pool, prepared: ReadonlyMap<string, string>): Database['change'] {
  const known = new WeakMap<PoolClient, Change>();
  return async (work) => {
    const client = await pool.connect();
    try {
      const trx = known.get(client) ?? (await prepareClient(client, prepared));
      known.set(client, trx);
      const value = await runChange({ client, trx, work });
      client.release();
      return value;
    } catch (error) {
      // Unless the rollback is answered, nobody knows in what state the connection is.
      const isBroken = await client.query('rollback').then(
        () => false,
        () => true,
      );
      client.release(isBroken);
      throw error;
    }
  };
}

async function runChange<Value>({
  client,
  trx,
  work,
}: {
  client: PoolClient;
  trx: Change;
  work: (trx: Change, writeLast: WriteLast) => Promise<Value>;
}): Promise<Value> {
  const begun = client.query(begin);
  // Also when it fails before anybody waits for it.
  begun.catch(() => undefined);
  const writes: Promise<void>[] = [];
  const value = await work(trx, (write) => {
    write.catch(() => undefined);
    writes.push(write);
  }).catch(async (error: unknown) => {
    // A lock that was not to be had says more than the questions that failed after it.
    await begun;
    throw error;
  });
  // Kysely hands a query to the connection some promises later; by then all of them have gone.
  await setImmediate();
  const committed = client.query('commit');
  await Promise.all([begun, ...writes, committed]);
  // The server answers the commit of a transaction that failed with ROLLBACK, and no error.
  if ((await committed).command !== 'COMMIT') throw new Error('PostgreSQL rolled the change back');
  return value;
}

/** Kysely on this one connection, which neither waits for one answer before it asks the next nor gives the connection back. */
async function prepareClient(client: PoolClient, prepared: ReadonlyMap<string, string>): Promise<Change> {
  await client.query(sessionSettings);
  const query = (text: string, values: unknown[]) => {
    const name = prepared.get(text);
    return name === undefined ? client.query(text, values) : client.query({ name, text, values });
  };
  const connection: PostgresPoolClient = {
    query: query as unknown as PostgresPoolClient['query'],
    release: () => undefined,
  };
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
