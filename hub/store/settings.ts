import type { Parts } from './parts.ts';
import type { Settings } from './store.ts';

export function createSettings({ database: { db }, attempt }: Pick<Parts, 'database' | 'attempt'>): Settings {
  async function get(key: string): Promise<string | null> {
    const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
    return row?.value ?? null;
  }

  return {
    get: (key) => attempt(() => get(key)),
    set: (key, value) =>
      attempt(async () => {
        const insert = db.insertInto('setting').values({ key, value });
        await insert.onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
      }),
    setOnce: (key, value) =>
      attempt(async () => {
        const insert = db.insertInto('setting').values({ key, value });
        await insert.onConflict((conflict) => conflict.column('key').doNothing()).execute();
        return (await get(key)) ?? value;
      }),
  };
}
