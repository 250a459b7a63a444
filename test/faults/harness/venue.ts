import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bridge } from '../../../electron/bridge/bridge.ts';
import { startTcpProxy, type TcpProxy } from '../network/tcp-proxy.ts';
import { startHub, type HubOptions, type HubProcess } from './hub-process.ts';
import { readHubRecords, sqliteIn, type HubDatabase } from './hub-records.ts';
import { startKiosk, type KioskOptions, type KioskProcess } from './kiosk-process.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { Tally } from './tally.ts';

/** A queue is empty a moment after the fault is over, and after the longest pause between two tries (60 s) in any case. */
const settleMilliseconds = 100_000;

export interface VenueKiosk {
  readonly name: string;
  readonly folder: string;
  /** The host that runs now. */
  process: KioskProcess;
  /** Starts the host; for one that was killed or stopped. */
  start(changes?: Partial<KioskOptions>): Promise<void>;
}

/** A hub, kiosks that are enrolled with it, and the network between them. */
export interface Venue {
  hub: HubProcess;
  readonly kiosks: readonly VenueKiosk[];
  readonly network: TcpProxy;
  readonly database: HubDatabase;
  /** Starts the hub on the port that it had; for one that was killed or stopped. */
  startHub(changes?: Partial<HubOptions>): Promise<void>;
  /** Waits until every queue is empty; names those that are not. */
  settle(tally: Tally): Promise<void>;
  /** Waits until the hub has all that was promised, whatever the kiosks believe. */
  waitForAll(ledger: Ledger, tally: Tally): Promise<void>;
  /** The ledger against the hub's tables. */
  judge(ledger: Ledger, tally: Tally): Promise<void>;
  close(): Promise<void>;
}

export interface VenueOptions {
  readonly folder: string;
  readonly random: Random;
  readonly kiosks: number;
  readonly database?: HubDatabase;
  readonly hub?: Partial<HubOptions>;
  readonly kiosk?: Partial<KioskOptions>;
  /** Port that stands between kiosks and hub in place of the TCP proxy's own. */
  readonly between?: (network: TcpProxy, hub: HubProcess) => Promise<number>;
}

export async function openVenue(options: VenueOptions): Promise<Venue> {
  const hubFolder = join(options.folder, 'hub');
  mkdirSync(hubFolder, { recursive: true, mode: 0o700 });
  const database = options.database ?? sqliteIn(hubFolder);
  const hubOptions = {
    folder: hubFolder,
    database: database.kind === 'postgres' ? database.url : null,
    ...options.hub,
  };
  let hub = await startHub(hubOptions);
  const { port } = hub;
  const network = await startTcpProxy({ target: () => port, random: options.random.split('network') });
  const door = (await options.between?.(network, hub)) ?? network.port;
  const kiosks: VenueKiosk[] = [];
  for (let number = 1; number <= options.kiosks; number += 1) {
    kiosks.push(await enrolKiosk(number, { ...options, hub, door }));
  }
  return {
    get hub() {
      return hub;
    },
    kiosks,
    network,
    database,
    async startHub(changes) {
      hub = await startHub({ ...hubOptions, port, ...changes });
    },
    async settle(tally) {
      const end = performance.now() + settleMilliseconds;
      for (const { name, process } of kiosks) {
        const left = await waitUntilSent(process.bridge, end);
        if (left !== null) tally.stuck(`${name} ${left}`);
      }
    },
    async waitForAll(ledger, tally) {
      const end = performance.now() + settleMilliseconds;
      for (;;) {
        const { lost } = ledger.judge(await readHubRecords(database));
        if (lost.length === 0) return;
        if (performance.now() > end) {
          tally.stuck(`the hub still lacks ${lost.length} records`);
          return;
        }
        await wait(500);
      }
    },
    async judge(ledger, tally) {
      tally.add(ledger.judge(await readHubRecords(database)));
    },
    async close() {
      await Promise.all(kiosks.map(({ process }) => process.stop()));
      await hub.stop();
      await network.close();
    },
  };
}

interface Enrolling extends VenueOptions {
  readonly hub: HubProcess;
  readonly door: number;
}

async function enrolKiosk(number: number, { folder, hub, door, kiosk }: Enrolling): Promise<VenueKiosk> {
  const name = `K${number}`;
  const own = { folder: join(folder, name), event: null, ...kiosk };
  const flags = [...(kiosk?.flags ?? []), '--hub', `127.0.0.1:${door}`];
  const code = await hub.createCode();
  const enrolled: VenueKiosk = {
    name,
    folder: own.folder,
    process: await startKiosk({ ...own, flags: [...flags, '--enrol', code] }),
    async start(changes) {
      enrolled.process = await startKiosk({ ...own, flags, ...changes });
    },
  };
  await waitForEvent(enrolled.process);
  return enrolled;
}

/** A new kiosk learns from its hub what event it is at. */
export async function waitForEvent({ bridge }: KioskProcess): Promise<void> {
  const end = performance.now() + 30_000;
  while ((await bridge.status({})).catalogue.companies === 0) {
    if (performance.now() > end) throw new Error('the kiosk has no event after 30 s');
    await wait(50);
  }
}

/** @returns null when all is sent; what is not, in words */
export async function waitUntilSent(bridge: Bridge, end: number): Promise<string | null> {
  for (;;) {
    const { waiting, deadLetters } = await bridge.status({});
    if (waiting === 0) return deadLetters.length === 0 ? null : `has ${deadLetters.length} dead letters`;
    if (performance.now() > end) return `still has ${waiting} waiting`;
    await wait(50);
  }
}
