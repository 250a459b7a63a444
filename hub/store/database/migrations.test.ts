import { pino } from 'pino';
import { expect, it } from 'vitest';
import { describeStores, must } from '../stores.fixture.ts';
import { migrate, schemaVersion } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

function openDatabase(url: string) {
  return url.startsWith('postgres://') ? openPostgres(url, pino({ level: 'silent' })) : openSqlite(url);
}

describeStores('an upgrade', (stores) => {
  it.each(Array.from({ length: schemaVersion - 1 }, (_, step) => step + 1))(
    'keeps every record of version %i',
    async (version) => {
      const old = await openDatabase(stores.url);
      await old.db.transaction().execute((db) => migrate({ db, kind: old.kind, epoch: 'old', until: version }));
      const empty = { rejected: null, kind: null, visitor: null, replaces: null, claim_code: null, purpose: null };
      const row = { ...empty, kiosk: 'K1', ticket_index: null, contact_1: null, contact_2: null, body: null };
      const rows = [1, 2, 3].map((sequence) => ({
        ...row,
        sequence,
        id: `id ${sequence}`,
        digest: `digest ${sequence}`,
      }));
      await old.db.insertInto('record').values(rows).execute();
      await old.close();

      const store = await stores.open();
      expect(store.epoch).toBe('old');
      must(await store.kiosks.list());
      const database = await openDatabase(stores.url);
      await database.db
        .insertInto('record')
        .values([
          { ...row, sequence: null, id: 'beside', digest: 'beside' },
          { ...row, sequence: null, id: 'beside too', digest: 'beside too' },
        ])
        .execute();
      const kept = await database.db
        .selectFrom('record')
        .select(['number', 'sequence', 'id', 'digest'])
        .orderBy('number')
        .execute();
      expect(kept).toEqual([
        ...rows.map(({ sequence, id, digest }) => ({ number: sequence, sequence, id, digest })),
        { number: 4, sequence: null, id: 'beside', digest: 'beside' },
        { number: 5, sequence: null, id: 'beside too', digest: 'beside too' },
      ]);
      await expect(
        database.db
          .insertInto('record')
          .values({ ...row, sequence: 3, id: 'other', digest: 'other' })
          .execute(),
      ).rejects.toThrow(/unique/i);
      await database.close();
    },
  );
});
