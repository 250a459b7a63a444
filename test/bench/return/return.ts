import type { Benchmark, Figure, Say } from '../harness/benchmark.ts';
import { onEachDatabase, type Databases } from '../harness/databases.ts';
import { withHub, type RunningHub } from '../harness/hub-process.ts';
import { must, openHubStore } from '../harness/hub-store.ts';
import { openPlainRecords, readRecordRows } from '../harness/plain-records.ts';
import { createSealedRecords } from '../harness/sealed-records.ts';
import { createWaitingKiosk } from './waiting-kiosk.ts';

interface Size {
  readonly kiosks: number;
  /** Of each kiosk. */
  readonly records: number;
}

export const comeBack = createReturn({ kiosks: 200, records: 500 });

export function createReturn(size: Size): Benchmark {
  return {
    name: 'return',
    about: `${size.kiosks} kiosks that were offline come back at once with ${size.records} records each: the kiosk's own uplink, each with a connection
of its own, on journals in memory, all in this process; the hub in another, on the same machine, with its usual limits.
drained: until the hub has all of them on its disk. acknowledged: from the first try of a batch until the hub's answer, refusals
and pauses included.
Peer: inserting the rows that the hub wrote into a copy of its table, as many a commit as the uplinks sent in a batch, by one connection.`,
    measure: (say, skip) => onEachDatabase(skip, (databases) => measureOn(size, databases, say)),
  };
}

async function measureOn(size: Size, databases: Databases, say: Say): Promise<Figure[]> {
  const database = await databases.create();
  const { seconds, latencies } = await withHub({ database, senders: size.kiosks }, (hub) => drain(hub, size));
  const all = size.kiosks * size.records;
  await checkCount(database, all);
  const plain = await openPlainRecords(await databases.create());
  const rowsACommit = Math.round(all / latencies.length);
  const plainSeconds = (await plain.insert(await readRecordRows(database, all), rowsACommit)) / 1000;
  await plain.close();
  say(`${databases.kind}, ${all} records in ${latencies.length} batches`);
  return [
    {
      name: `${databases.kind}, drained`,
      unit: 's',
      values: [seconds],
      peer: { name: 'plain insert', values: [plainSeconds] },
      goal: { atMost: 120, of: 'median' },
    },
    { name: `${databases.kind}, acknowledged`, unit: 'ms', values: latencies, goal: { atMost: 1000, of: 'p99' } },
  ];
}

async function drain({ address, event, senders }: RunningHub, { records }: Size) {
  const kiosks = senders.map((sender) => {
    const { kiosk, privateKey } = sender;
    const waiting = createSealedRecords({ event, kiosk, privateKey, from: 1, count: records });
    return createWaitingKiosk({ address, event, sender, records: waiting });
  });
  const began = performance.now();
  const latencies = await Promise.all(kiosks.map((kiosk) => kiosk.send()));
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(kiosks.map((kiosk) => kiosk.close()));
  return { seconds, latencies: latencies.flat() };
}

async function checkCount(database: string, wanted: number): Promise<void> {
  const store = await openHubStore(database);
  const { accepted, rejected } = must(await store.records.count());
  await store.close();
  if (accepted !== wanted || rejected !== 0) {
    throw new Error(`The hub has ${accepted} of ${wanted} records and refused ${rejected}.`);
  }
}
