import { createRxDatabase, type RxJsonSchema } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { fetchPage, rowsAPage, tableNames, type TableName } from './pages.ts';

interface Checkpoint {
  /** Page to ask for next. */
  readonly number: number;
}

/** RxDB wants to know every field; it checks none of them without its developer mode. */
const schemas: Readonly<Record<TableName, RxJsonSchema<Record<string, unknown>>>> = {
  job: {
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: {
      id: { type: 'string', maxLength: 100 },
      company: { type: 'string' },
      function: { type: 'string' },
      level: { type: 'string' },
      contract: { type: 'string' },
      place: { type: 'object' },
      languages: { type: 'array', items: { type: 'string' } },
      posted: { type: 'string' },
      title: { type: 'object' },
      text: { type: 'object' },
    },
    required: ['id'],
  },
  attendee: {
    version: 0,
    primaryKey: 'index',
    type: 'object',
    properties: { index: { type: 'string', maxLength: 22 }, ciphertext: { type: 'string' } },
    required: ['index'],
  },
};

/** The storage that is nearest to ours: Dexie's, told to be as durable. @returns rows */
export async function replicateByRxdb(): Promise<number> {
  const database = await createRxDatabase({
    name: 'rxdb',
    storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
    multiInstance: false,
  });
  const collections = await database.addCollections({
    job: { schema: schemas.job },
    attendee: { schema: schemas.attendee },
  });
  for (const name of tableNames) {
    const replication = replicateRxCollection<Record<string, unknown>, Checkpoint>({
      collection: collections[name],
      replicationIdentifier: `peer-${name}`,
      live: false,
      pull: {
        // Fewer documents than the batch are RxDB's sign that nothing more is there.
        async handler(checkpoint) {
          const number = checkpoint?.number ?? 0;
          const { rows } = await fetchPage(name, number);
          const documents = rows.map((row) => ({ ...row, _deleted: false }));
          return { documents, checkpoint: { number: number + 1 } };
        },
        batchSize: rowsAPage,
      },
    });
    replication.error$.subscribe((error) => {
      throw error;
    });
    await replication.awaitInitialReplication();
  }
  const counts = await Promise.all(tableNames.map((name) => collections[name].count().exec()));
  await database.close();
  return counts.reduce((sum, count) => sum + count, 0);
}
