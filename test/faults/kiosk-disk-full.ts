import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './harness/fault.ts';
import { readKept } from './harness/journal-of.ts';
import { startKiosk, startRefused } from './harness/kiosk-process.ts';
import { createLedger } from './harness/ledger.ts';
import { cannotMount, createSmallDisk } from './harness/small-disk.ts';
import { createTally } from './harness/tally.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns } from './harness/walk-ins.ts';

export const kioskDiskFull: Fault = {
  name: 'kiosk-disk-full',
  about: `The kiosk's disk runs full while visitors register, and has room again later; in half of the runs the host is killed in between.
Nobody is told that they are registered who is not; when there is room, registering works again without a technician, or after a
start.`,
  runs: { usual: 12, short: 1 },
  cannot: cannotMount,
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    for (let run = 1; run <= runs; run += 1) {
      const parent = join(folder, String(run));
      mkdirSync(parent);
      const disk = createSmallDisk({ parent, megabytes: 16 });
      const place = join(disk.folder, 'kiosk');
      const ledger = createLedger();
      const nextWalkIn = createWalkIns(random, `run-${run}`);
      const many = async (count: number, bridge: Parameters<typeof register>[0]) => {
        const told = [];
        for (let visitor = 0; visitor < count; visitor += 1) told.push(await register(bridge, nextWalkIn(), ledger));
        return told;
      };
      try {
        let kiosk = await startKiosk({ folder: place });
        await many(random.integer(1, 20), kiosk.bridge);
        disk.fill();
        const refused = (await many(40, kiosk.bridge)).filter((told) => told === 'refused').length;
        if (refused === 0) tally.note('a full disk still took 40 registrations');
        if (random.chance(0.5)) {
          await kiosk.kill();
          const { code, said } = await startRefused({ folder: place });
          if (code !== null && code !== 0 && !said.includes(place))
            tally.stuck('a start on a full disk was refused without a reason');
          disk.free();
          kiosk = await startKiosk({ folder: place });
        } else {
          disk.free();
        }
        const after = await many(5, kiosk.bridge);
        if (after.some((told) => told !== 'registered')) tally.stuck(`with room again: ${after.join(', ')}`);
        await kiosk.kill();
        tally.add(ledger.judge(await readKept(place)));
      } finally {
        disk.close();
      }
      tally.run();
      say(`${run} of ${runs}`);
    }
    return tally.outcome();
  },
};
