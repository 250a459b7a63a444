import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, FaultContext } from './harness/fault.ts';
import { startHub } from './harness/hub-process.ts';
import { createPostgresDatabase, readSignedRecords, sqliteIn, type HubDatabase } from './harness/hub-records.ts';
import { createLedger } from './harness/ledger.ts';
import { createLightKiosk } from './harness/light-kiosk.ts';
import { createTally } from './harness/tally.ts';

/** Of each kiosk. */
const records = 500;
const limitSeconds = 120;

const about = `Kiosks that were offline for hours come back at the same moment with ${records} records each, while the hub's limits are the usual ones.
All is drained in less than ${limitSeconds} s, and every record is there, once.`;

export const massReturnToSqlite: Fault = {
  name: 'mass-return-sqlite',
  about,
  runs: { usual: 200, short: 10 },
  inject: (context) => comeBack(context, sqliteIn(context.folder)),
};

export const massReturnToPostgres: Fault = {
  name: 'mass-return-postgres',
  about: `The same on PostgreSQL.`,
  runs: { usual: 200, short: 0 },
  cannot: ({ postgres }) => (postgres === null ? 'this machine has no PostgreSQL' : null),
  inject: async (context) => comeBack(context, await createPostgresDatabase(context.postgres ?? '')),
};

/** @param context `runs` is the number of kiosks */
async function comeBack({ random, runs, folder, say }: FaultContext, database: HubDatabase) {
  const tally = createTally();
  const ledger = createLedger();
  const hub = await startHub({ folder, database: database.kind === 'postgres' ? database.url : null });
  const light = [];
  for (let number = 0; number < runs; number += 1) {
    light.push(await createLightKiosk({ port: hub.port, code: await hub.createCode(), ledger }));
  }
  try {
    for (const kiosk of light) kiosk.take(records);
    say(`${runs} kiosks with ${records} records each`);
    const start = performance.now();
    const drained = await Promise.all(
      light.map(async (kiosk) => {
        // A cut cable comes back for all of them within a second.
        await wait(random.fraction() * 1000);
        return kiosk.drain(3 * limitSeconds * 1000, 500);
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    for (const isDrained of drained) {
      if (!isDrained) tally.stuck('a kiosk could not send all');
      tally.run();
    }
    if (seconds > limitSeconds) tally.stuck(`it took ${Math.round(seconds)} s`);
    tally.note(
      `${runs * records} records in ${Math.round(seconds)} s, ${Math.round((runs * records) / seconds)} a second`,
    );
    const dead = light.reduce((sum, { rejected }) => sum + rejected.size, 0);
    if (dead > 0) tally.stuck(`${dead} dead letters`);
    tally.add(ledger.judge(await readSignedRecords(database)));
    return tally.outcome();
  } finally {
    await Promise.all(light.map((kiosk) => kiosk.close()));
    await hub.stop();
  }
}
