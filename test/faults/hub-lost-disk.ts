import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, FaultContext } from './harness/fault.ts';
import { createLedger } from './harness/ledger.ts';
import { createTally } from './harness/tally.ts';
import { openVenue, type Venue } from './harness/venue.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns } from './harness/walk-ins.ts';
import { samplePack } from '../end-to-end/sample-event.ts';

/** The passphrase of the sample's key, which is public. */
const environment = { FOYER_PASSPHRASE: 'sample' };
const key = ['--key', join(samplePack, 'sample-key.json')];

export const hubLostDisk: Fault = {
  name: 'hub-lost-disk',
  about: `The hub is killed and its data folder is gone; a new one is started with the event's key and --restore, while visitors register. The
kiosks find it again, and it gets everything that any hub ever had, once.`,
  runs: { usual: 10, short: 1 },
  inject: (context) =>
    loseHubs(context, {
      meanwhile: 5,
      async lose(venue, folder) {
        await venue.hub.kill();
        rmSync(folder, { recursive: true });
        await venue.startHub({ flags: [...key, '--restore'] });
      },
    }),
};

export const hubOldCopy: Fault = {
  name: 'hub-old-copy',
  about: `The hub's disk is put back from a copy of an hour ago, and nobody registers afterwards. The kiosks notice that it has forgotten what it had
answered for, and send it again.`,
  runs: { usual: 5, short: 0 },
  async inject(context) {
    let copies = 0;
    let copy = '';
    const lose = async (venue: Venue, folder: string) => {
      await venue.hub.stop();
      copies += 1;
      const newest = `${folder}-copy-${copies}`;
      cpSync(folder, newest, { recursive: true });
      if (copy !== '') {
        rmSync(folder, { recursive: true });
        cpSync(copy, folder, { recursive: true });
      }
      copy = newest;
      await venue.startHub();
    };
    return loseHubs(context, { lose, meanwhile: 0 });
  },
};

/** @param meanwhile visitors at most while the hub is away */
async function loseHubs(
  { random, runs, isShort, folder, say }: FaultContext,
  { lose, meanwhile }: { lose: (venue: Venue, folder: string) => Promise<void>; meanwhile: number },
) {
  const tally = createTally();
  const ledger = createLedger();
  const nextWalkIn = createWalkIns(random, 'lost');
  const venue = await openVenue({ folder, random, kiosks: isShort ? 1 : 3, hub: { flags: key, environment } });
  const registerMany = async (count: number) => {
    for (let visitor = 0; visitor < count; visitor += 1) {
      const told = await register(random.pick(venue.kiosks).process.bridge, nextWalkIn(), ledger);
      if (told !== 'registered') tally.stuck(`a visitor was answered with ${told}`);
    }
  };
  try {
    for (let run = 1; run <= runs; run += 1) {
      await registerMany(random.integer(1, 20));
      await venue.settle(tally);
      await Promise.all([lose(venue, join(folder, 'hub')), registerMany(random.integer(0, meanwhile))]);
      await venue.waitForAll(ledger, tally);
      await venue.judge(ledger, tally);
      tally.run();
      say(`${run} of ${runs}`);
    }
    return tally.outcome();
  } finally {
    await venue.close();
  }
}
