import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startHub, type HubProcess } from './hub-process.ts';
import { readSignedRecords, sqliteIn } from './hub-records.ts';
import { createLedger } from './ledger.ts';
import { createLightKiosk } from './light-kiosk.ts';

let folder: string;
let hub: HubProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-hub-records-'));
  hub = await startHub({ folder });
});
afterEach(async () => {
  await hub.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('finds what a hub has lost, changed or taken twice, though the hub says nothing', { timeout: 30_000 }, async () => {
  const ledger = createLedger();
  const kiosk = await createLightKiosk({ port: hub.port, code: await hub.createCode(), ledger });
  kiosk.take(5);
  expect(await kiosk.send()).toBe('sent');
  await kiosk.close();
  const judge = async () => ledger.judge(await readSignedRecords(sqliteIn(folder)));
  expect(await judge()).toEqual({ promised: 5, lost: [], doubled: [], foreign: [] });

  await hub.kill();
  const database = new DatabaseSync(join(folder, 'hub.sqlite'));
  database.exec(`
    delete from record where sequence = 1;
    update record set body = replace(body, '"purpose":"registration"', '"purpose":"talent-pool"') where sequence = 2;
    insert into record select null, kiosk, 9, id || '-again', digest, rejected, kind, visitor, replaces, claim_code, purpose, ticket_index,
      contact_1, contact_2, body, received from record where sequence = 3`);
  database.close();
  const { lost, doubled } = await judge();
  expect(lost).toHaveLength(2);
  expect(doubled).toHaveLength(1);
});
