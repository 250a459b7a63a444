import type { HubModel } from './hub-model.ts';
import type { KioskModel } from './kiosk-model.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

const day = 86_400_000;

interface Parts {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly network: Network;
  readonly hub: HubModel;
  readonly kiosks: readonly KioskModel[];
  /** Milliseconds: all is mended by then. */
  readonly until: number;
}

/** What breaks beside the network, each at its own time: kiosks, hub, disk, cables, clocks, and a portal in between. */
export function planTroubles({ timeline, random, network, hub, kiosks, until }: Parts): void {
  const during = (begin: () => void, end: () => void) => {
    const from = random.below(until - 1000);
    timeline.after(from, begin);
    timeline.after(from + random.below(until - from), end);
  };
  for (const kiosk of kiosks) {
    if (random.chance(0.4)) {
      const how = random.chance(0.5) ? 'refused' : 'half-open';
      during(
        () => {
          network.cut(kiosk.name, how);
        },
        () => {
          network.cut(kiosk.name, null);
        },
      );
    }
    for (let crash = random.below(4); crash > 0; crash -= 1) {
      timeline.after(random.below(until), () => {
        kiosk.crash(random.below(20_000));
      });
    }
    for (let jump = random.below(3); jump > 0; jump -= 1) {
      timeline.after(random.below(until), () => {
        kiosk.setClock((random.next() * 4 - 2) * day);
      });
    }
  }
  if (random.chance(0.2)) {
    during(
      () => {
        network.capture(true);
      },
      () => {
        network.capture(false);
      },
    );
  }
  for (let loss = random.below(3); loss > 0; loss -= 1) timeline.after(random.below(until), hub.loseDisk);
}
