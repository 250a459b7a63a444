import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, FaultContext } from './harness/fault.ts';
import { createLedger } from './harness/ledger.ts';
import { createTally } from './harness/tally.ts';
import { openVenue, type Venue } from './harness/venue.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns } from './harness/walk-ins.ts';
import { startTlsProxy, type Meddling, type TlsProxy } from './network/tls-proxy.ts';
import type { Weather } from './network/weather.ts';

const kiosks = 3;

interface Storm {
  readonly name: string;
  readonly about: string;
  /** Registrations while it lasts. */
  readonly runs: Fault['runs'];
  /** Milliseconds from one visitor to the next. */
  readonly between?: number;
  readonly weather?: (isShort: boolean) => Weather;
  readonly meddling?: Meddling;
}

const storms: readonly Storm[] = [
  {
    name: 'network-dropping',
    about:
      '30 % of the connections between kiosks and hub break: at once, in the handshake, in a request, in an answer.',
    runs: { usual: 300, short: 20 },
    weather: () => ({ kind: 'dropping', share: 0.3 }),
  },
  {
    name: 'network-doubling',
    about: '10 % of the requests reach the hub twice, at the same time.',
    runs: { usual: 300, short: 20 },
    meddling: { kind: 'doubling', share: 0.1 },
  },
  {
    name: 'network-reordering',
    about: '20 % of the requests fail for the kiosk and reach the hub up to 3 s later, after what was sent since.',
    runs: { usual: 300, short: 20 },
    meddling: { kind: 'reordering', share: 0.2, latest: 3000 },
  },
  {
    name: 'network-losing-answers',
    about: 'The hub commits, and 40 % of its answers are lost.',
    runs: { usual: 300, short: 20 },
    meddling: { kind: 'losing-answers', share: 0.4 },
  },
  {
    name: 'network-late',
    about: 'Every byte is 5 s late, each way.',
    runs: { usual: 30, short: 0 },
    between: 1000,
    weather: () => ({ kind: 'late', delay: 5000 }),
  },
  {
    name: 'network-half-open',
    about: 'Connections open, nothing passes, and after 60 s they break (3 s in the short form).',
    runs: { usual: 30, short: 6 },
    between: 2500,
    weather: (isShort) => ({ kind: 'half-open', limit: isShort ? 3000 : 60_000 }),
  },
  {
    name: 'network-portal',
    about: 'A captive portal answers everything with 200 and a page, and even has the hub’s key.',
    runs: { usual: 30, short: 6 },
    meddling: { kind: 'portal' },
  },
];

export const networkFaults: readonly Fault[] = storms.map((storm) => ({
  name: storm.name,
  about: `${storm.about} Visitors register at ${kiosks} kiosks meanwhile and are answered as ever; afterwards the hub has each of them once.`,
  runs: storm.runs,
  inject: (context) => weather(storm, context),
}));

async function weather(storm: Storm, { random, runs, isShort, folder, say }: FaultContext) {
  const tally = createTally();
  const ledger = createLedger();
  const proxy: { current: TlsProxy | null } = { current: null };
  const venue = await openVenue({
    folder,
    random,
    kiosks,
    between: async (network, hub) => {
      proxy.current = await startTlsProxy({ target: network.port, hubFolder: hub.folder, random: random.split('tls') });
      return storm.meddling === undefined ? network.port : proxy.current.port;
    },
  });
  try {
    if (storm.weather) venue.network.setWeather(storm.weather(isShort));
    if (storm.meddling) proxy.current?.setMeddling(storm.meddling);
    await registerAll({ venue, runs, tally, ledger, random, between: isShort ? 200 : (storm.between ?? 100) });
    say('the storm is over');
    const harmed = venue.network.broken + (proxy.current?.meddled ?? 0);
    venue.network.setWeather({ kind: 'fair' });
    proxy.current?.setMeddling({ kind: 'none' });
    const start = performance.now();
    await venue.settle(tally);
    tally.note(
      `${harmed} connections or requests harmed; drained ${Math.round((performance.now() - start) / 100) / 10} s after`,
    );
    await proxy.current?.close();
    await venue.judge(ledger, tally);
    return tally.outcome();
  } finally {
    await venue.close();
  }
}

interface Visits extends Pick<FaultContext, 'runs' | 'random'> {
  readonly venue: Venue;
  readonly tally: ReturnType<typeof createTally>;
  readonly ledger: ReturnType<typeof createLedger>;
  readonly between: number;
}

async function registerAll({ venue, runs, tally, ledger, random, between }: Visits): Promise<void> {
  const nextWalkIn = createWalkIns(random, 'storm');
  for (let run = 1; run <= runs; run += 1) {
    const kiosk = random.pick(venue.kiosks);
    const start = performance.now();
    const told = await register(kiosk.process.bridge, nextWalkIn(), ledger);
    if (told !== 'registered') tally.stuck(`${kiosk.name} answered a visitor with ${told}`);
    // No visitor waits for the network.
    if (performance.now() - start > 2000) tally.stuck('a visitor waited for more than 2 s');
    tally.run();
    await wait(random.fraction() * 2 * between);
  }
}
