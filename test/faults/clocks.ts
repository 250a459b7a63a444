import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Fault } from './harness/fault.ts';
import { createLedger } from './harness/ledger.ts';
import { createTally } from './harness/tally.ts';
import { openVenue } from './harness/venue.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns } from './harness/walk-ins.ts';

const hour = 3_600_000;
const day = 24 * hour;
const hook = join(import.meta.dirname, 'harness', 'shifted-clock.ts');

/** 02:00 becomes 03:00 and 03:00 becomes 02:00 again in Berlin; Hong Kong has no summer time, but a machine's zone may be anything. */
const springForward = Date.UTC(2025, 2, 30, 1) - 2000;
const fallBack = Date.UTC(2025, 9, 26, 1) - 2000;

export const clocks: Fault = {
  name: 'clocks',
  about: `The wall clocks of hub and kiosks are set while they run: a day ahead, a day back, backwards again and again, to the second before
summer time begins and ends, to 1970 and to 2038. Registering, sending and starting go on; every visitor is at the hub, once.`,
  runs: { usual: 60, short: 6 },
  async inject({ random, runs, isShort, folder, say }) {
    const tally = createTally();
    const ledger = createLedger();
    const nextWalkIn = createWalkIns(random, 'clocks');
    const clockOf = (name: string) => join(folder, `clock-${name}`);
    const set = (name: string, shift: number) => {
      writeFileSync(clockOf(name), String(Math.round(shift)));
    };
    const skewed = (name: string) => ({
      imports: [hook],
      environment: { FOYER_TEST_CLOCK: clockOf(name), TZ: 'Europe/Berlin' },
    });
    set('hub', 0);
    set('kiosks', 0);
    const venue = await openVenue({
      folder,
      random,
      kiosks: isShort ? 1 : 2,
      hub: skewed('hub'),
      kiosk: skewed('kiosks'),
    });
    const shifts = () => [
      day,
      -day,
      -random.integer(1, 3 * hour),
      springForward - Date.now(),
      fallBack - Date.now(),
      -Date.now() + 1000,
      2 ** 31 * 1000 - Date.now() - 1000,
    ];
    try {
      for (let run = 1; run <= runs; run += 1) {
        set(random.pick(['hub', 'kiosks']), random.pick(shifts()));
        const kiosk = random.pick(venue.kiosks);
        if (random.chance(0.2)) {
          await kiosk.process.stop();
          await kiosk.start();
        }
        const told = await register(kiosk.process.bridge, nextWalkIn(), ledger);
        if (told !== 'registered') tally.stuck(`a registration was answered with ${told}`);
        tally.run();
        if (run % 10 === 0) {
          await venue.settle(tally);
          say(`${run} of ${runs}`);
        }
      }
      await venue.settle(tally);
      await venue.judge(ledger, tally);
      return tally.outcome();
    } finally {
      await venue.close();
    }
  },
};
