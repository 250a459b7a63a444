import { CompiledQuery, Kysely, PostgresDialect, sql, type DatabaseConnection } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import type { BulkTable, Database } from './database.ts';
import { createChange, sessionSettings } from './postgres-change.ts';
import { listenForNews, newsChannel } from './postgres-news.ts';
import type { Tables } from './tables.ts';

/** Connections of one hub process; PostgreSQL allows 100 for all by default. */
const poolSize = 8;

/** @throws when the server does not answer, or may lose what it acknowledged */
export async function openPostgres(url: string, logger: Logger): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Questions that do not wait for each other's answers share one way to the server and back.
    pipeline: true,
    application_name: 'foyer-hub',
    types: { getTypeParser: readNumbers },
  });
  // A connection that breaks, idle or in the middle of something, is replaced; what was under way is told by its own rejection. Without a
  // listener each of the two events would end the process.
  const warn = (error: unknown) => {
    logger.warn({ code: readCode(error) }, 'a connection to PostgreSQL broke');
  };
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool, onCreateConnection: prepareSession }),
  });
  try {
    await refuseUnsafe(db);
    const news = await listenForNews({ url, logger });
    return createDatabase({ pool, db, news });
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function prepareSession(connection: DatabaseConnection): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sessionSettings));
}

const int8: number = pg.types.builtins.INT8;
const getTypeParser: (oid: number, format?: 'text' | 'binary') => unknown = pg.types.getTypeParser;

/** 64-bit integers as numbers: ours are sequences and milliseconds, far below 2^53. */
function readNumbers(oid: number, format?: 'text' | 'binary'): unknown {
  return oid === int8 ? Number : getTypeParser(oid, format);
}

function readCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** A hub on such a server would break its word at a power cut. */
async function refuseUnsafe(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ fsync: string; commit: string }>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit
  `.execute(db);
  const [found] = rows;
  if (found?.fsync !== 'on') throw new Error('PostgreSQL runs with fsync = off, so a power cut loses records');
  if (found.commit !== 'on') throw new Error('PostgreSQL does not let synchronous_commit be on');
}

type News = Awaited<ReturnType<typeof listenForNews>>;

function createDatabase({ pool, db, news }: { pool: pg.Pool; db: Kysely<Tables>; news: News }): Database {
  const prepared = new Map<string, string>();
  const prepare = (statement: string) => {
    if (!prepared.has(statement)) prepared.set(statement, `foyer_${prepared.size}`);
  };
  return {
    kind: 'postgres',
    db,
    change: createChange(pool, prepared),
    prepare,
    toList: (values) => values,
    among: (column, values) => sql`${sql.ref(column)} = any(${values})`,
    async insertRows(trx, table, rows) {
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) return;
      const statement = writeInsert(table, columns);
      prepare(statement);
      await trx.executeQuery(CompiledQuery.raw(statement, [JSON.stringify(rows)]));
    },
    async erase() {
      // A plain VACUUM leaves old bytes in free space; FULL writes new files. Seconds at 50,000 visitors, once after the event.
      for (const table of ['record', 'dead_letter', 'feed_item', 'attendee'])
        await sql`vacuum (full) ${sql.table(table)}`.execute(db);
    },
    async announce(trx) {
      await sql`select pg_notify(${newsChannel}, '')`.execute(trx);
    },
    onNews: news.onNews,
    async close() {
      await news.close();
      await db.destroy();
    },
  };
}

/** The empty selection gives the table's row type; `null::record` would be PostgreSQL's own type of that name. */
function writeInsert(table: BulkTable, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `insert into "${table}" (${names})
    select ${names} from json_populate_recordset((select there from "${table}" as there where false), $1)`;
}
