import { createHubModel } from './hub-model.ts';
import { judge, type Verdict } from './judge.ts';
import { createKioskModel } from './kiosk-model.ts';
import { createLedger } from './ledger.ts';
import { createNetwork } from './network.ts';
import { createRandom } from './random.ts';
import { rules as realRules, type Rules } from './rules.ts';
import { createTimeline } from './timeline.ts';
import { planTroubles } from './troubles.ts';

/** Milliseconds of virtual time: visitors come, things break, and then all must have arrived although the network stays bad. */
const visitors = 120_000;
const troubles = 180_000;
const patience = 7_200_000;

/** One run, decided by its seed alone. */
export function simulate(seed: number, rules: Rules = realRules): Verdict {
  const random = createRandom(seed);
  const timeline = createTimeline();
  const ledger = createLedger();
  const capacity = random.below(25);
  const hub = createHubModel({ rules, capacity });
  const network = createNetwork({
    timeline,
    random,
    handle: hub.handle,
    onCrash() {
      network.stopHub(true);
      timeline.after(1000 + random.below(10_000), () => {
        network.stopHub(false);
      });
    },
  });
  const kiosks = Array.from({ length: 2 + random.below(7) }, (_, at) =>
    createKioskModel({ name: `K${at + 1}`, rules, timeline, random, network, ledger }),
  );
  for (const kiosk of kiosks) {
    const count = 3 + random.below(30);
    for (let visit = 0; visit < count; visit += 1) timeline.after(random.below(visitors), kiosk.visit);
  }
  planTroubles({ timeline, random, network, hub, kiosks, until: troubles });
  timeline.after(troubles, network.calm);

  let isDone = false;
  while (!isDone && timeline.now() < patience && timeline.step()) {
    const { epoch, restored, seatsOpen } = hub.disk();
    if (restored && !seatsOpen && kiosks.every((kiosk) => kiosk.hasReported(epoch))) hub.openSeats();
    isDone = timeline.now() > troubles && kiosks.every((kiosk) => kiosk.isDone(epoch));
  }
  return judge({ seed, isDone, milliseconds: timeline.now(), capacity, ledger, hub, kiosks });
}
