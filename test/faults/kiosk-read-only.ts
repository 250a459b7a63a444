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

export const kioskReadOnly: Fault = {
  name: 'kiosk-read-only',
  about: `The kiosk's file system turns read-only under the running host, as Linux does it after an error of the disk; then the host is started
on it, and again when it can be written. Nobody is told that they are registered who is not; the start on it says why not; the next
has every record.`,
  runs: { usual: 8, short: 0 },
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
      try {
        const kiosk = await startKiosk({ folder: place });
        for (let visitor = random.integer(1, 10); visitor > 0; visitor -= 1)
          await register(kiosk.bridge, nextWalkIn(), ledger);
        const under = register(kiosk.bridge, nextWalkIn(), ledger);
        disk.breakMedium();
        await under;
        for (let visitor = 0; visitor < 3; visitor += 1) {
          const told = await register(kiosk.bridge, nextWalkIn(), ledger);
          if (told !== 'refused') tally.stuck(`a read-only disk was answered with ${told}`);
        }
        await kiosk.kill();
        disk.mountAgain('ro');
        const { code, said } = await startRefused({ folder: place });
        if (code === null || !said.includes(place))
          tally.stuck('a start on a read-only disk was not refused with its reason');
        disk.mountAgain('rw');
        const again = await startKiosk({ folder: place });
        const told = await register(again.bridge, nextWalkIn(), ledger);
        if (told !== 'registered') tally.stuck(`when it could be written: ${told}`);
        await again.kill();
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
