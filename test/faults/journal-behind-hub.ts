import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './harness/fault.ts';
import { journalFile } from './harness/journal-of.ts';
import { createLedger } from './harness/ledger.ts';
import { createTally } from './harness/tally.ts';
import { openVenue } from './harness/venue.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns } from './harness/walk-ins.ts';

export const journalBehindHub: Fault = {
  name: 'journal-behind-hub',
  about: `A kiosk's journal loses its last records after the hub has had them (a disk that lied about its writes, a copy put back), and the kiosk
goes on with new visitors. What the hub had stays, and the new visitors arrive too: none becomes a dead letter.`,
  runs: { usual: 10, short: 2 },
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    const ledger = createLedger();
    const nextWalkIn = createWalkIns(random, 'behind');
    const venue = await openVenue({ folder, random, kiosks: 1 });
    const [kiosk] = venue.kiosks;
    if (kiosk === undefined) throw new Error('there is no kiosk');
    const copy = join(folder, 'copy');
    const registerMany = async (count: number) => {
      for (let visitor = 0; visitor < count; visitor += 1) {
        const told = await register(kiosk.process.bridge, nextWalkIn(), ledger);
        if (told !== 'registered') tally.stuck(`a visitor was answered with ${told}`);
      }
    };
    try {
      for (let run = 1; run <= runs; run += 1) {
        await registerMany(random.integer(1, 5));
        await venue.settle(tally);
        await kiosk.process.stop();
        rmSync(copy, { recursive: true, force: true });
        cpSync(kiosk.folder, copy, { recursive: true });
        await kiosk.start();
        await registerMany(random.integer(1, 5));
        await venue.settle(tally);
        await kiosk.process.kill();
        for (const end of ['', '-wal', '-shm']) rmSync(`${journalFile(kiosk.folder)}${end}`, { force: true });
        cpSync(journalFile(copy), journalFile(kiosk.folder));
        const isOffline = random.chance(0.5);
        if (isOffline) venue.network.setWeather({ kind: 'cut-off' });
        await kiosk.start();
        await registerMany(random.integer(1, 5));
        venue.network.setWeather({ kind: 'fair' });
        await venue.settle(tally);
        tally.run();
        say(`${run} of ${runs}`);
      }
      await venue.judge(ledger, tally);
      return tally.outcome();
    } finally {
      await venue.close();
    }
  },
};
