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
};

export const sessionSettings = Object.entries(settings)
  .map(([name, value]) => `set ${name} = ${value}`)
  .join('; ');

/**
 * In one way to the server and back. The settings are said again, for whatever stands between may give us another session. The hub's only
 * row is the lock: reads after it see all that was committed before it was had (READ COMMITTED).
 */
const begin = `begin; ${sessionSettings.replaceAll('set ', 'set local ')}; select id from hub for update`;

/**
 * Two ways to the server and back for what the intake does: begin, lock and reads; then writes and commit. One after the other they were
 * eight, at 0.1 ms each on the same machine. Kysely's own transactions wait for each answer.
 */
export function createChange(pool: Pool): Database['change'] {
  const known = new WeakMap<PoolClient, Change>();
  return async (work) => {
    const client = await pool.connect();
    const trx = known.get(client) ?? createQueries(client);
    known.set(client, trx);
    try {
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
function createQueries(client: PoolClient): Change {
  const connection: PostgresPoolClient = {
    query: client.query.bind(client),
    release: () => undefined,
  };
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
