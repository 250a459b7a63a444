import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './harness/fault.ts';
import { createLedger } from './harness/ledger.ts';
import { createTally } from './harness/tally.ts';
import { openVenue } from './harness/venue.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns, type WalkIn } from './harness/walk-ins.ts';

/** A registration takes 3 to 30 ms; so the kill falls before, into and after its commit, and into what is sent of it. */
const latestKillMilliseconds = 40;

export const hostKilled: Fault = {
  name: 'host-killed',
  about: `The kiosk's host is killed (SIGKILL) while a visitor registers and earlier ones are sent, and started again. Half of the pages ask
again with the same id. Every visitor who was told so is at the hub, once.`,
  runs: { usual: 100, short: 2 },
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    const ledger = createLedger();
    const nextWalkIn = createWalkIns(random, 'K1');
    const venue = await openVenue({ folder, random, kiosks: 1 });
    const [kiosk] = venue.kiosks;
    if (kiosk === undefined) throw new Error('there is no kiosk');
    let again: WalkIn | null = null;
    try {
      for (let run = 1; run <= runs; run += 1) {
        const { bridge } = kiosk.process;
        const visitors = [
          ...(again === null ? [] : [again]),
          ...Array.from({ length: random.integer(0, 3) }, nextWalkIn),
        ];
        for (const visitor of visitors) {
          const told = await register(bridge, visitor, ledger);
          if (told !== 'registered') tally.stuck(`a registration was answered with ${told}`);
        }
        const last = nextWalkIn();
        const told = register(bridge, last, ledger);
        await wait(random.fraction() * latestKillMilliseconds);
        await kiosk.process.kill();
        again = (await told) === 'no-answer' && random.chance(0.5) ? last : null;
        tally.run();
        await kiosk.start();
        if (run % 10 === 0) say(`${run} of ${runs}`);
      }
      await venue.settle(tally);
      await venue.judge(ledger, tally);
      return tally.outcome();
    } finally {
      await venue.close();
    }
  },
};
