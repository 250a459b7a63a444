import type { SealedRecord } from '../../../domain/sealed-record.ts';
import type { Benchmark, Figure, Say } from '../harness/benchmark.ts';
import { onEachDatabase, type Databases } from '../harness/databases.ts';
import { withHub, type RunningHub } from '../harness/hub-process.ts';
import { openHubStore, must } from '../harness/hub-store.ts';
import { openPlainRecords, readRecordRows, type PlainRecords } from '../harness/plain-records.ts';
import { readSampleCatalogue } from '../harness/sample-catalogue.ts';
import { createSealedRecords } from '../harness/sealed-records.ts';
import type { Sender } from '../harness/sender.ts';
import type { Store } from '../../../hub/store/store.ts';
import { cutBatches, signBatches } from './prepare-requests.ts';
import { connectKiosks, type Connections } from './send.ts';

interface Shape {
  readonly kiosks: number;
  readonly batch: number;
  /** Of all kiosks together in a round. */
  readonly records: number;
}

/** About a second each. */
const shapes: readonly Shape[] = [
  { kiosks: 1, batch: 1, records: 1000 },
  { kiosks: 1, batch: 50, records: 4000 },
  { kiosks: 20, batch: 1, records: 2000 },
  { kiosks: 20, batch: 50, records: 8000 },
];

/** No kiosk sends as fast as the hub can take; here the hub is asked for all it can. */
const unlimited = ['--requests-per-minute', '1000000'];

interface Rates {
  readonly hub: number[];
  readonly store: number[];
  readonly plain: number[];
}

export const ingest = createIngest({ rounds: 5, shapes });

/** @param options `rounds` are counted after one that is not */
export function createIngest(options: { readonly rounds: number; readonly shapes: readonly Shape[] }): Benchmark {
  return {
    name: 'ingest',
    about: `Walk-ins that a hub has on its disk, a second: a hub process over HTTPS, asked by kiosks that send their next batch when the last
is acknowledged; each request and each record is signed beforehand and verified by the hub. Sender and hub share the machine.
Beside it the hub's store alone, in this process, without HTTP, TLS and the signatures of requests.
Peer: inserting the rows that the hub wrote into a copy of its table of records with the same indexes, by one connection, a prepared
statement a commit (on SQLite a row), as many rows a commit as the batch has, synced as the hub's are.`,
    measure: (say, skip) => onEachDatabase(skip, (databases) => measureOn({ ...options, databases, say })),
  };
}

interface Setting {
  readonly rounds: number;
  readonly shapes: readonly Shape[];
  readonly databases: Databases;
  readonly say: Say;
}

async function measureOn({ rounds, shapes, databases, say }: Setting): Promise<Figure[]> {
  const senders = Math.max(...shapes.map(({ kiosks }) => kiosks));
  const alone = await openHubStore(await databases.create());
  const plain = await openPlainRecords(await databases.create());
  try {
    must(await alone.feed.publishCatalogue(readSampleCatalogue()));
    return await withHub({ database: await databases.create(), senders, flags: unlimited }, async (hub) => {
      const connections = await connectKiosks(hub.address, senders);
      for (const { kiosk, publicKey } of hub.senders)
        must(await alone.kiosks.admit({ kiosk, publicKey, position: null }));
      const take = createSource(hub.senders, hub.event);
      const figures: Figure[] = [];
      for (const shape of shapes) {
        const rates: Rates = { hub: [], store: [], plain: [] };
        for (let round = 0; round <= rounds; round += 1) {
          const rate = await measureRound({ hub, connections, alone, plain, shape, batches: take(shape) });
          if (round === 0) continue;
          for (const who of ['hub', 'store', 'plain'] as const) rates[who].push(rate[who]);
        }
        say(`${databases.kind}, ${nameOf(shape)}`);
        figures.push(...describe(databases.kind, shape, rates));
      }
      await connections.close();
      return figures;
    });
  } finally {
    await plain.close();
    await alone.close();
  }
}

interface Round {
  readonly hub: RunningHub;
  readonly connections: Connections;
  readonly alone: Store;
  readonly plain: PlainRecords;
  readonly shape: Shape;
  readonly batches: readonly { readonly sender: Sender; readonly records: readonly SealedRecord[] }[];
}

/** @returns records a second of each */
async function measureRound({ hub, connections, alone, plain, shape, batches }: Round) {
  const requests = batches.map(({ sender, records }) =>
    signBatches(sender, cutBatches(hub.epoch, records, shape.batch)),
  );
  const hubTime = await connections.send(requests);
  const plainTime = await plain.insert(await readRecordRows(hub.database, shape.records), shape.batch);
  const began = performance.now();
  await Promise.all(
    batches.map(async ({ sender: { kiosk, publicKey }, records }) => {
      for (const request of cutBatches(alone.epoch, records, shape.batch)) {
        const { answers } = must(await alone.records.ingest({ ...request, kiosk, publicKey }));
        if (answers.some(({ result }) => result !== 'accepted'))
          throw new Error('The store did not take every record.');
      }
    }),
  );
  const storeTime = performance.now() - began;
  const rateIn = (milliseconds: number) => shape.records / (milliseconds / 1000);
  return { hub: rateIn(hubTime), store: rateIn(storeTime), plain: rateIn(plainTime) };
}

/** Remembers where each kiosk is in its sequence. @returns what gives the next records of as many kiosks, the same number of each */
function createSource(senders: readonly Sender[], event: string) {
  const next = new Map<string, number>();
  return ({ kiosks, records }: Shape): Round['batches'] =>
    senders.slice(0, kiosks).map((sender) => {
      const { kiosk, privateKey } = sender;
      const from = next.get(kiosk) ?? 1;
      const count = records / kiosks;
      next.set(kiosk, from + count);
      return { sender, records: createSealedRecords({ event, kiosk, privateKey, from, count }) };
    });
}

function nameOf({ kiosks, batch }: Shape): string {
  return `batches of ${batch}, ${kiosks === 1 ? '1 kiosk' : `${kiosks} kiosks`}`;
}

function describe(kind: string, shape: Shape, rates: Rates): Figure[] {
  const peer = { name: 'plain insert', values: rates.plain };
  return [
    { name: `${kind}, ${nameOf(shape)}`, unit: 'records/s', values: rates.hub, peer, goal: { atLeastOfPeer: 0.5 } },
    { name: `${kind}, ${nameOf(shape)}, store alone`, unit: 'records/s', values: rates.store, peer },
  ];
}
