import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Fault, FaultContext } from './harness/fault.ts';
import { startHub } from './harness/hub-process.ts';
import { ask, createPostgresDatabase, readSignedRecords, sqliteIn, type HubDatabase } from './harness/hub-records.ts';
import { createLedger } from './harness/ledger.ts';
import { createLightKiosk, type LightKiosk } from './harness/light-kiosk.ts';
import { createTally, type Tally } from './harness/tally.ts';

const kiosks = 4;
/** Of each kiosk and round: three batches. */
const records = 250;
/** From the first batch on its way until the last one is answered it takes about so long, in milliseconds. */
const latestKillMilliseconds = 150;

const about = `Four kiosks send batches; the hub is killed (SIGKILL) while it takes them, and started again. What it answered for is in its
database after each kill, and in the end every record is, once.`;

export const hubKilledOnSqlite: Fault = {
  name: 'hub-killed-sqlite',
  about,
  runs: { usual: 100, short: 2 },
  inject: (context) => killHubs(context, (folder) => Promise.resolve(sqliteIn(folder))),
};

export const hubKilledOnPostgres: Fault = {
  name: 'hub-killed-postgres',
  about: about.replace('its\ndatabase', 'PostgreSQL'),
  runs: { usual: 100, short: 1 },
  cannot: ({ postgres }) => (postgres === null ? 'this machine has no PostgreSQL' : null),
  inject: (context) => killHubs(context, () => createPostgresDatabase(context.postgres ?? '')),
};

async function killHubs(
  { random, runs, folder, say }: FaultContext,
  createDatabase: (folder: string) => Promise<HubDatabase>,
) {
  const tally = createTally();
  const ledger = createLedger();
  const database = await createDatabase(folder);
  const options = { folder, database: database.kind === 'postgres' ? database.url : null };
  let hub = await startHub(options);
  const { port } = hub;
  const light: LightKiosk[] = [];
  try {
    for (let number = 0; number < kiosks; number += 1) {
      light.push(await createLightKiosk({ port, code: await hub.createCode(), ledger }));
    }
    let inMidBatch = 0;
    for (let run = 1; run <= runs; run += 1) {
      for (const kiosk of light) kiosk.take(records);
      const sending = light.map((kiosk) => kiosk.send());
      await wait(random.fraction() * latestKillMilliseconds);
      await hub.kill();
      if ((await Promise.all(sending)).some((word) => word !== 'sent')) inMidBatch += 1;
      await checkAnswered(light, database, tally);
      hub = await startHub({ ...options, port });
      tally.run();
      if (run % 10 === 0) say(`${run} of ${runs}`);
    }
    for (const kiosk of light) {
      if (!(await kiosk.drain(60_000))) tally.stuck(`${kiosk.name} has ${kiosk.waiting} waiting`);
      if (kiosk.rejected.size > 0) tally.stuck(`${kiosk.name} has ${kiosk.rejected.size} dead letters`);
    }
    tally.add(ledger.judge(await readSignedRecords(database)));
    tally.note(`${inMidBatch} kills fell into a batch`);
    return tally.outcome();
  } finally {
    await Promise.all(light.map((kiosk) => kiosk.close()));
    await hub.stop();
  }
}

const endsSchema = z.array(z.object({ kiosk: z.string(), last: z.coerce.number() }));

/** With the hub dead: whatever it has answered for lies in its database. */
async function checkAnswered(light: readonly LightKiosk[], database: HubDatabase, tally: Tally): Promise<void> {
  const rows = await ask(database, 'select kiosk, max(sequence) as last, count(*) as n from record group by kiosk');
  const ends = new Map(endsSchema.parse(rows).map(({ kiosk, last }) => [kiosk, last]));
  for (const { name, outbox } of light) {
    const missing = outbox.nextSequence - 1 - (ends.get(name) ?? 0);
    if (missing > 0) tally.stuck(`the hub had answered ${name} for ${missing} records that it does not have`);
  }
}
