import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  Kysely,
  sql,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** Milliseconds. While it is opened, SQLite itself waits for another process that writes. */
const waitWhileOpening = 5000;
/** Afterwards this process goes on with other work meanwhile, asks again so often, and gives up after so long. */
const pauseWhileBusy = 4;
const longestWait = 15_000;
/** As many prepared statements are kept; the hub has about a hundred. */
const preparedStatements = 300;

/**
 * SQLite with a write-ahead log, each commit synced (0.3 ms on a disk that obeys), and freed bytes overwritten.
 * @throws when the file cannot be opened
 */
export function openSqlite(path: string): Database {
  const isNew = !existsSync(path);
  const connection = new DatabaseSync(path, { timeout: waitWhileOpening, enableForeignKeyConstraints: true });
  try {
    connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
    connection.exec('pragma busy_timeout = 0');
    if (isNew) syncFolder(dirname(path));
  } catch (error) {
    connection.close();
    throw error;
  }
  return createDatabase(connection);
}

/** A new file may be gone after a power cut when its folder was not synced; Windows has no such call. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function createDatabase(connection: DatabaseSync): Database {
  const prepare = rememberStatements(connection);
  const db = new Kysely<Tables>({ dialect: createDialect(connection, prepare) });
  const listeners = new Set<() => void>();
  let hasNews = false;
  return {
    kind: 'sqlite',
    db,
    async change(work) {
      const value = await db.transaction().execute(async (trx) => {
        hasNews = false;
        const writes: Promise<void>[] = [];
        const done = await work(trx, (write) => writes.push(write));
        await Promise.all(writes);
        return done;
      });
      if (hasNews) for (const listener of listeners) listener();
      return value;
    },
    // All statements are kept prepared.
    prepare: () => undefined,
    toList: (values) => JSON.stringify(values),
    among: (column, values) => sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`,
    // One statement run for each row: 4 µs a row, and a fifth of the time of building a statement with all rows in it.
    insertRows(_trx, table, rows) {
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) return Promise.resolve();
      const names = columns.map((column) => `"${column}"`).join(', ');
      const insert = prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`);
      for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
      return Promise.resolve();
    },
    async erase() {
      // In its own connection slot, so that no transaction is open; a reader elsewhere may keep the log from being cut.
      await db.connection().execute(async (alone) => {
        await sql`pragma busy_timeout = ${sql.lit(waitWhileOpening)}`.execute(alone);
        await sql`vacuum`.execute(alone);
        await sql`pragma wal_checkpoint(truncate)`.execute(alone);
        await sql`pragma busy_timeout = 0`.execute(alone);
      });
    },
    announce() {
      hasNews = true;
      return Promise.resolve();
    },
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => db.destroy(),
  };
}

type Prepare = (statement: string) => StatementSync;

/** Preparing takes longer than running. The oldest statement goes when there are too many. */
function rememberStatements(connection: DatabaseSync): Prepare {
  const known = new Map<string, StatementSync>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const statement = connection.prepare(text);
    known.set(text, statement);
    const [oldest] = known.keys();
    if (known.size > preparedStatements && oldest !== undefined) known.delete(oldest);
    return statement;
  };
}

/** Kysely knows better-sqlite3; `node:sqlite` differs in how a statement says that it returns rows. */
function createDialect(connection: DatabaseSync, prepare: Prepare): Dialect {
  const known = new WeakMap<StatementSync, SqliteStatement>();
  const database: SqliteDatabase = {
    close: () => {
      if (connection.isOpen) connection.close();
    },
    prepare: (text) => {
      const statement = prepare(text);
      const adapted = known.get(statement) ?? adaptStatement(statement);
      known.set(statement, adapted);
      return adapted;
    },
  };
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver({ database }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}

/**
 * `begin immediate`, because a plain `begin` that reads first is refused when it then writes. Waiting for another process is done here:
 * SQLite would wait on this thread, and no request would be answered.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (let waited = 0; ; waited += pauseWhileBusy) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error) || waited >= longestWait) throw error;
        await pause(pauseWhileBusy);
      }
    }
  }
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}
