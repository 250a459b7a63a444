import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Client } from 'pg';
import { isPostgres } from './databases.ts';
import { openHubStore } from './hub-store.ts';

/** Of a hub's table of records, as its driver reads it; without the number, which the database gives. */
export type RecordRow = Readonly<Record<string, SQLInputValue>>;

/** The plain insert that a hub's intake is held against: its own table with its own indexes, and no question asked. */
export interface PlainRecords {
  /** Inserts all, so many in a commit, each commit synced. @returns milliseconds */
  insert(rows: readonly RecordRow[], rowsACommit: number): Promise<number>;
  close(): Promise<void>;
}

/** @param url of an empty database */
export async function openPlainRecords(url: string): Promise<PlainRecords> {
  // The hub makes its tables.
  await (await openHubStore(url)).close();
  return isPostgres(url) ? openInPostgres(url) : openInSqlite(url);
}

/** The newest rows that a hub has written. */
export async function readRecordRows(url: string, limit: number): Promise<RecordRow[]> {
  const question = `select * from record order by number desc limit ${limit}`;
  const rows = isPostgres(url) ? await askPostgres(url, question) : askSqlite(url, question);
  return rows.map(({ number: _number, ...row }) => row);
}

function askSqlite(path: string, question: string): Record<string, SQLInputValue>[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare(question).all();
  } finally {
    database.close();
  }
}

async function askPostgres(url: string, question: string): Promise<Record<string, SQLInputValue>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, SQLInputValue>>(question)).rows;
  } finally {
    await client.end();
  }
}

/** One prepared statement a row, which is SQLite's fastest way. */
function openInSqlite(path: string): PlainRecords {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  return {
    insert(rows, rowsACommit) {
      const columns = Object.keys(rows[0] ?? {});
      const places = columns.map(() => '?').join(', ');
      const statement = database.prepare(`insert into record (${columns.join(', ')}) values (${places})`);
      const began = performance.now();
      for (let at = 0; at < rows.length; at += rowsACommit) {
        database.exec('begin immediate');
        for (const row of rows.slice(at, at + rowsACommit))
          statement.run(...columns.map((column) => row[column] ?? null));
        database.exec('commit');
      }
      return Promise.resolve(performance.now() - began);
    },
    close() {
      database.close();
      return Promise.resolve();
    },
  };
}

/** One prepared statement a commit, with all of its rows: a statement a row would wait for the server after each. */
async function openInPostgres(url: string): Promise<PlainRecords> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    async insert(rows, rowsACommit) {
      const columns = Object.keys(rows[0] ?? {});
      const began = performance.now();
      for (let at = 0; at < rows.length; at += rowsACommit) {
        const some = rows.slice(at, at + rowsACommit);
        const places = some.map(
          (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
        );
        await client.query({
          name: `plain-${some.length}`,
          text: `insert into record (${columns.join(', ')}) values ${places.join(', ')}`,
          values: some.flatMap((row) => columns.map((column) => row[column] ?? null)),
        });
      }
      return performance.now() - began;
    },
    close: () => client.end(),
  };
}
