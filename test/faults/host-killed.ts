import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './harness/fault.ts';
import { readKept } from './harness/journal-of.ts';
import { startKiosk } from './harness/kiosk-process.ts';
import { createLedger } from './harness/ledger.ts';
import { createTally } from './harness/tally.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns } from './harness/walk-ins.ts';

/** A registration takes 3 to 30 ms; so the kill falls before, into and after its commit. */
const latestKillMilliseconds = 30;

export const hostKilled: Fault = {
  name: 'host-killed',
  about: `The kiosk's host is killed (SIGKILL) while a visitor registers, and started again. Half of the pages ask again with the same id.
Every visitor who was told so is registered, once.`,
  runs: { usual: 100, short: 3 },
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    const ledger = createLedger();
    const nextWalkIn = createWalkIns(random, 'K1');
    let again: ReturnType<typeof nextWalkIn> | null = null;
    for (let run = 1; run <= runs; run += 1) {
      const kiosk = await startKiosk({ folder });
      if (again !== null && (await register(kiosk.bridge, again, ledger)) !== 'registered')
        tally.stuck('a repeated registration was refused');
      for (let visitor = random.integer(0, 3); visitor > 0; visitor -= 1) {
        const told = await register(kiosk.bridge, nextWalkIn(), ledger);
        if (told !== 'registered') tally.stuck(`a registration was answered with ${told}`);
      }
      const last = nextWalkIn();
      const told = register(kiosk.bridge, last, ledger);
      await wait(random.fraction() * latestKillMilliseconds);
      await kiosk.kill();
      again = (await told) === 'no-answer' && random.chance(0.5) ? last : null;
      tally.run();
      if (run % 10 === 0) say(`${run} of ${runs}`);
    }
    tally.add(ledger.judge(await readKept(folder)));
    return tally.outcome();
  },
};
