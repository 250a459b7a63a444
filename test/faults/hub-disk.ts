import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './harness/fault.ts';
import { startHub, startHubRefused } from './harness/hub-process.ts';
import { readSignedRecords, sqliteIn } from './harness/hub-records.ts';
import { createLedger } from './harness/ledger.ts';
import { createLightKiosk, type LightKiosk } from './harness/light-kiosk.ts';
import { cannotMount, createSmallDisk } from './harness/small-disk.ts';
import { createTally } from './harness/tally.ts';

/** Milliseconds. A request that was cut off when the disk changed says nothing of the hub; one of the next does. */
const patience = 20_000;

/** What the disk of a hub does in a round. */
const faults = ['runs full', 'turns read-only'] as const;

export const hubDisk: Fault = {
  name: 'hub-disk',
  about: `The hub's disk runs full or turns read-only while kiosks send; the hub says so and answers for nothing that it has not kept; when it can
write again, or is started again, the rest arrives. A start on a disk that cannot be written says why not.`,
  runs: { usual: 12, short: 2 },
  cannot: cannotMount,
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    for (let run = 0; run < runs; run += 1) {
      const fault = faults[run % faults.length] ?? 'runs full';
      const parent = join(folder, String(run));
      mkdirSync(parent);
      const disk = createSmallDisk({ parent, megabytes: 24 });
      const place = join(disk.folder, 'hub');
      const ledger = createLedger();
      let hub = await startHub({ folder: place });
      const { port } = hub;
      const kiosk = await createLightKiosk({ port, code: await hub.createCode(), ledger });
      try {
        kiosk.take(random.integer(50, 300));
        if (random.chance(0.5)) await kiosk.drain(15_000);
        const sending = kiosk.send();
        if (fault === 'runs full') disk.fill();
        else disk.breakMedium();
        await sending;
        kiosk.take(2000);
        const word = await askUntilSaid(kiosk);
        if (word !== 'storage-failed') tally.stuck(`a disk that ${fault} was answered with ${word ?? 'nothing'}`);
        if (fault === 'runs full') {
          disk.free();
        } else {
          await hub.kill();
          disk.mountAgain('ro');
          const { code, said } = await startHubRefused({ folder: place, port });
          if (code !== 1 || said.trim() === '') tally.stuck('a start on a read-only disk gave no reason');
          disk.mountAgain('rw');
          hub = await startHub({ folder: place, port });
        }
        if (!(await kiosk.drain(30_000))) tally.stuck(`after it ${fault} ${kiosk.waiting} records wait`);
        await hub.stop();
        tally.add(ledger.judge(await readSignedRecords(sqliteIn(place))));
      } finally {
        await kiosk.close();
        await hub.stop();
        disk.close();
      }
      tally.run();
      say(`${run + 1} of ${runs}`);
    }
    return tally.outcome();
  },
};

/** What the hub says for itself. */
async function askUntilSaid(kiosk: LightKiosk): Promise<string | null> {
  const end = performance.now() + patience;
  for (;;) {
    const word = await kiosk.send();
    if (word !== null || performance.now() > end) return word;
  }
}
