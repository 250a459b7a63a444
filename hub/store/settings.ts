import type { Queries } from './database/database.ts';
import type { Parts } from './parts.ts';
import type { Settings } from './store.ts';

export function createSettings({ database: { db, change }, attempt }: Pick<Parts, 'database' | 'attempt'>): Settings {
  async function get(key: string, from: Queries = db): Promise<string | null> {
    const row = await from.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
    return row?.value ?? null;
  }

  return {
    get: (key) => attempt(() => get(key)),
    set: (key, value) =>
      attempt(() =>
        change(async (trx) => {
          const insert = trx.insertInto('setting').values({ key, value });
          await insert.onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
        }),
      ),
    setOnce: (key, value) =>
      attempt(() =>
        change(async (trx) => {
          const insert = trx.insertInto('setting').values({ key, value });
          await insert.onConflict((conflict) => conflict.column('key').doNothing()).execute();
          return (await get(key, trx)) ?? value;
        }),
      ),
  };
}
