import process from 'node:process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { z } from 'zod';
import { kioskRecordSchema } from '../../../domain/kiosk-record.ts';
import { sealedRecordSchema } from '../../../domain/sealed-record.ts';
import { openSampleKey } from '../../end-to-end/sample-event.ts';
import type { Found } from './ledger.ts';
import { openContents } from './open-contents.ts';
import { contentOf } from './walk-ins.ts';

/** Where a hub's records lie. */
export type HubDatabase =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };

export const sqliteIn = (folder: string): HubDatabase => ({ kind: 'sqlite', file: join(folder, 'hub.sqlite') });

const rowsSchema = z.array(z.object({ body: z.string() }));

/** Every record that the hub has taken, straight from its tables and opened with the event's key: no code of the hub is asked. */
export async function readHubRecords(database: HubDatabase): Promise<Found[]> {
  const rows = await ask(
    database,
    "select body from record where kind in ('registration', 'check-in') and rejected is null order by number",
  );
  const records = rowsSchema.parse(rows).map(({ body }) => sealedRecordSchema.parse(JSON.parse(body)));
  return openContents(records, await openSampleKey());
}

/** The same, as they were signed: of light kiosks, whose ciphertexts are random bytes. */
export async function readSignedRecords(database: HubDatabase): Promise<Found[]> {
  const rows = rowsSchema.parse(await ask(database, 'select body from record where rejected is null order by number'));
  return rows.map(({ body }) => {
    const record = kioskRecordSchema.parse(JSON.parse(body));
    return { id: record.id, content: contentOf(record) };
  });
}

/** @param question SQL that both databases understand */
export async function ask(database: HubDatabase, question: string): Promise<unknown[]> {
  if (database.kind === 'sqlite') {
    const file = new DatabaseSync(database.file, { readOnly: true, timeout: 5000 });
    try {
      return file.prepare(question).all();
    } finally {
      file.close();
    }
  }
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(question)).rows;
  } finally {
    await client.end();
  }
}

let made = 0;

/** Empty, on the server at this address. */
export async function createPostgresDatabase(server: string): Promise<HubDatabase & { readonly kind: 'postgres' }> {
  made += 1;
  const url = new URL(server);
  url.pathname = `/faults_${process.pid}_${made}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${url.pathname.slice(1)}`);
  } finally {
    await client.end();
  }
  return { kind: 'postgres', url: url.href };
}
