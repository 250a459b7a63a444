import { setTimeout as wait } from 'node:timers/promises';
import { assert } from '../../domain/assert.ts';
import type { Fault, FaultContext } from './harness/fault.ts';
import { createLedger, type Ledger } from './harness/ledger.ts';
import { createTally, type Tally } from './harness/tally.ts';
import { openVenue, type Venue } from './harness/venue.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns, type WalkIn } from './harness/walk-ins.ts';
import { storms, type Storm } from './network/storms.ts';
import { startTlsProxy, type TlsProxy } from './network/tls-proxy.ts';

/** A storm that has harmed fewer connections or requests goes on, */
const enough = { usual: 10, short: 2 };
/** and one that harms none is none. */
const limitMilliseconds = 120_000;

const held = 'Visitors register meanwhile and are answered as ever; afterwards the hub has each of them, once.';

export const networkFaults: readonly Fault[] = [
  ...storms.map((storm) => ({
    name: `network-${storm.name}`,
    about: `${storm.about} ${held}`,
    runs: { usual: storm.runs, short: 0 },
    inject: (context: FaultContext) => goThrough([storm], context),
  })),
  {
    name: 'network',
    about: `All of these, one after the other (the short form). ${held}`,
    runs: { usual: 0, short: 4 },
    inject: (context) => goThrough(storms, context),
  },
];

interface Storming {
  readonly venue: Venue;
  readonly meddler: TlsProxy;
  readonly nextWalkIn: () => WalkIn;
  readonly ledger: Ledger;
  readonly tally: Tally;
}

async function goThrough(chosen: readonly Storm[], context: FaultContext) {
  const { random, isShort, folder, say } = context;
  const tally = createTally();
  const ledger = createLedger();
  const proxies: TlsProxy[] = [];
  const venue = await openVenue({
    folder,
    random,
    kiosks: isShort ? 1 : 3,
    async between(network, hub) {
      const proxy = await startTlsProxy({ target: network.port, hubFolder: hub.folder, random: random.split('tls') });
      proxies.push(proxy);
      return proxy.port;
    },
  });
  const [meddler] = proxies;
  assert(meddler !== undefined, 'the venue has a proxy');
  const storming = { venue, meddler, nextWalkIn: createWalkIns(random, 'storm'), ledger, tally };
  try {
    for (const storm of chosen) {
      if (isShort && storm.short === null) continue;
      tally.note(`${storm.name}: ${await rage(storm, storming, context)}`);
      say(`${storm.name} is over`);
    }
    await venue.judge(ledger, tally);
    return tally.outcome();
  } finally {
    await meddler.close();
    await venue.close();
  }
}

/** @returns what it did, in figures */
async function rage(storm: Storm, storming: Storming, { random, runs, isShort }: FaultContext): Promise<string> {
  const { venue, meddler, nextWalkIn, ledger, tally } = storming;
  const countHarmed = () => venue.network.harmed + meddler.meddled;
  const before = countHarmed();
  const weather = (isShort ? storm.short?.weather : undefined) ?? storm.weather;
  if (weather) venue.network.setWeather(weather);
  if (storm.meddling) meddler.setMeddling(storm.meddling);
  const start = performance.now();
  const wanted = isShort ? enough.short : enough.usual;
  for (let run = 1; run <= runs || countHarmed() - before < wanted; run += 1) {
    if (performance.now() - start > limitMilliseconds && countHarmed() === before) {
      throw new Error(`${storm.name} harmed nothing in ${limitMilliseconds / 1000} s`);
    }
    if (performance.now() - start > 2 * limitMilliseconds) break;
    await meet(random.pick(venue.kiosks), { nextWalkIn, ledger, tally });
    await wait(random.fraction() * 2 * (isShort ? 100 : storm.between));
  }
  const harmed = countHarmed() - before;
  venue.network.setWeather({ kind: 'fair' });
  meddler.setMeddling({ kind: 'none' });
  const over = performance.now();
  await venue.settle(tally);
  return `${harmed} harmed, drained ${((performance.now() - over) / 1000).toFixed(1)} s after`;
}

async function meet(
  { name, process }: Venue['kiosks'][number],
  { nextWalkIn, ledger, tally }: Pick<Storming, 'nextWalkIn' | 'ledger' | 'tally'>,
): Promise<void> {
  const start = performance.now();
  const told = await register(process.bridge, nextWalkIn(), ledger);
  if (told !== 'registered') tally.stuck(`${name} answered a visitor with ${told}`);
  // No visitor waits for the network.
  if (performance.now() - start > 2000) tally.stuck('a visitor waited for more than 2 s');
  tally.run();
}
