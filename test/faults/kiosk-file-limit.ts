import { join } from 'node:path';
import process from 'node:process';
import type { Fault } from './harness/fault.ts';
import { readKept } from './harness/journal-of.ts';
import { startKiosk } from './harness/kiosk-process.ts';
import { createLedger } from './harness/ledger.ts';
import { createTally } from './harness/tally.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns } from './harness/walk-ins.ts';

/** Of 1024 bytes: the cache of the sample event fits, and about eighty registrations. */
const limitBlocks = 2000;

export const kioskFileLimit: Fault = {
  name: 'kiosk-file-limit',
  about: `No file of the kiosk's may grow beyond ${limitBlocks} kB (RLIMIT_FSIZE), which is how a full disk or a quota looks to one program, and needs no
root. Visitors are told so when nothing more is kept; after a start without the limit everybody who was told yes is there.`,
  runs: { usual: 5, short: 1 },
  cannot: () => (process.platform === 'win32' ? 'Windows has no limit on the size of a file' : null),
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    for (let run = 1; run <= runs; run += 1) {
      const place = join(folder, String(run));
      const ledger = createLedger();
      const nextWalkIn = createWalkIns(random, `limit-${run}`);
      const limited = await startKiosk({ folder: place, limitBlocks });
      const told = [];
      while (told.at(-1) !== 'refused' && told.length < 400)
        told.push(await register(limited.bridge, nextWalkIn(), ledger));
      if (told.at(-1) !== 'refused') tally.stuck('the limit was never met');
      if (told.includes('no-answer')) tally.stuck('the host ended at the limit');
      for (let more = 0; more < 3; more += 1) await register(limited.bridge, nextWalkIn(), ledger);
      await limited.kill();
      const kiosk = await startKiosk({ folder: place });
      const after = await register(kiosk.bridge, nextWalkIn(), ledger);
      if (after !== 'registered') tally.stuck(`without the limit a visitor was answered with ${after}`);
      await kiosk.stop();
      tally.add(ledger.judge(await readKept(place)));
      tally.run();
      say(`${run} of ${runs}`);
    }
    return tally.outcome();
  },
};
