import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './harness/fault.ts';
import { startHub } from './harness/hub-process.ts';
import { createPostgresDatabase, readSignedRecords } from './harness/hub-records.ts';
import { createLedger } from './harness/ledger.ts';
import { createLightKiosk } from './harness/light-kiosk.ts';
import { createTally } from './harness/tally.ts';
import { startTcpProxy } from './network/tcp-proxy.ts';

const hubs = 3;
const kiosks = 6;

export const sharedDatabase: Fault = {
  name: 'shared-database',
  about: `Three hub processes share one PostgreSQL behind a load balancer that breaks connections; in each round one of them is killed (SIGKILL)
while six kiosks send, and started again. Every record is there, once.`,
  runs: { usual: 30, short: 0 },
  cannot: ({ postgres }) => (postgres === null ? 'this machine has no PostgreSQL' : null),
  async inject({ random, runs, folder, postgres, say }) {
    const tally = createTally();
    const ledger = createLedger();
    const database = await createPostgresDatabase(postgres ?? '');
    const folders = Array.from({ length: hubs }, (_, at) => join(folder, String(at)));
    const start = (at: number) => startHub({ folder: folders[at] ?? '', database: database.url });
    const first = await start(0);
    // One identity: what a copy of the first hub's data folder holds.
    for (const copy of folders.slice(1)) cpSync(folders[0] ?? '', copy, { recursive: true });
    const running = [first, ...(await Promise.all([start(1), start(2)]))];
    const balancer = await startTcpProxy({ target: () => random.pick(running).port, random: random.split('network') });
    const enrolOne = async () => createLightKiosk({ port: balancer.port, code: await first.createCode(), ledger });
    const light = [];
    for (let number = 0; number < kiosks; number += 1) light.push(await enrolOne());
    try {
      balancer.setWeather({ kind: 'dropping', share: 0.3 });
      for (let run = 1; run <= runs; run += 1) {
        for (const kiosk of light) kiosk.take(random.integer(1, 250));
        const draining = Promise.all(light.map((kiosk) => kiosk.drain(60_000)));
        await wait(random.fraction() * 200);
        const victim = random.integer(0, hubs - 1);
        await running[victim]?.kill();
        const [drained] = await Promise.all([draining, start(victim).then((again) => (running[victim] = again))]);
        if (drained.includes(false)) tally.stuck('a kiosk could not send for a minute');
        tally.run();
        if (run % 10 === 0) say(`${run} of ${runs}`);
      }
      for (const kiosk of light) {
        if (kiosk.rejected.size > 0) tally.stuck(`${kiosk.name} has ${kiosk.rejected.size} dead letters`);
      }
      tally.add(ledger.judge(await readSignedRecords(database)));
      tally.note(`${balancer.harmed} connections harmed`);
      return tally.outcome();
    } finally {
      await Promise.all(light.map((kiosk) => kiosk.close()));
      await Promise.all(running.map((hub) => hub.stop()));
      await balancer.close();
    }
  },
};
