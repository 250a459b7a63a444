import { Dexie } from 'dexie';
import { fetchPage, tableNames, tables } from './pages.ts';

/** Each page in one `bulkPut`, and nothing around it: no cursor, no check. @returns rows */
export async function replicateByDexie(): Promise<number> {
  const database = new Dexie('plain', { chromeTransactionDurability: 'strict' });
  database.version(1).stores(tables);
  for (const name of tableNames) {
    for (let number = 0, complete = false; !complete; number += 1) {
      const page = await fetchPage(name, number);
      await database.table(name).bulkPut(page.rows);
      complete = page.complete;
    }
  }
  const counts = await Promise.all(tableNames.map((name) => database.table(name).count()));
  database.close();
  return counts.reduce((sum, count) => sum + count, 0);
}
