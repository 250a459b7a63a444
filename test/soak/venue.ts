import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { samplePack } from '../end-to-end/sample-event.ts';
import { root } from '../end-to-end/shells.ts';
import { createStarters } from '../bench/start/starters.ts';
import { startHub } from '../faults/harness/hub-process.ts';
import { sqliteIn, type HubDatabase } from '../faults/harness/hub-records.ts';
import type { Random } from '../faults/harness/random.ts';
import { copySamplePack } from '../faults/harness/sample-pack.ts';
import { toRow } from '../faults/harness/tickets.ts';
import { startTcpProxy } from '../faults/network/tcp-proxy.ts';
import { startEscposSimulator } from '../simulators/escpos/escpos-simulator.ts';
import type { Plan } from './plan.ts';
import { openSoakedKiosk, type SoakedKiosk } from './soaked-kiosk.ts';
import type { Surroundings } from './trouble.ts';
import type { StaffNumber } from './visits.ts';

/** The kiosk's own layout with a quarter of the dots, which here a processor draws. */
const screen = { width: 540, height: 960 };
const staffSchema = z.object({ number: z.string(), pin: z.string() });

/** One kiosk at a hub, with staff and everyone's tickets, and a printer. */
export interface SoakedVenue {
  readonly kiosk: SoakedKiosk;
  readonly around: Surroundings;
  readonly staff: StaffNumber;
  readonly database: HubDatabase;
  /** Of the kiosk. */
  readonly dataFolder: string;
  close(): Promise<void>;
}

interface VenueOptions {
  readonly folder: string;
  readonly plan: Plan;
  readonly random: Random;
  readonly onPage: (page: Page) => Promise<void>;
}

export async function openVenue({ folder, plan, random, onPage }: VenueOptions): Promise<SoakedVenue> {
  const attendees = plan.visits
    .filter(({ ticket }) => ticket !== '')
    .map(({ visitor, ticket }) => toRow(visitor, ticket));
  const event = copySamplePack(join(folder, 'pack'), { attendees });
  const hubFolder = join(folder, 'hub');
  mkdirSync(hubFolder, { mode: 0o700 });
  const hub = await startHub({ folder: hubFolder, event });
  const { port } = hub;
  const network = await startTcpProxy({ target: () => port, random: random.split('network') });
  const printer = await startEscposSimulator();
  const around: Surroundings = {
    printer,
    network,
    hub,
    startHub: () => startHub({ folder: hubFolder, event, port }),
    slowDiskFile: join(folder, 'slow-disk'),
  };
  const staff = staffSchema.parse(await hub.ask('POST', '/v1/operator/staff', { label: 'Desk 1', role: 'supervisor' }));
  const dataFolder = join(folder, 'kiosk');
  // The host runs with Node's inspector listening on this machine, through which its heap is read.
  const preload = join(root, 'test', 'soak', 'slow-disk.ts');
  const nodeOptions = `--inspect=127.0.0.1:0 --import=${preload}`;
  const starter = createStarters(folder, { nodeOptions, screen }).kiosk(dataFolder, [
    ...['--event', samplePack, '--hub', `127.0.0.1:${network.port}`, '--enrol', await hub.createCode()],
    ...['--printer', `tcp://${printer.host}:${printer.port}`],
  ]);
  const environment = { ...starter.environment, FOYER_TEST_SLOW_DISK: around.slowDiskFile };
  const kiosk = await openSoakedKiosk({ ...starter, environment }, onPage);
  return {
    ...{ kiosk, around, staff, dataFolder, database: sqliteIn(hubFolder) },
    async close() {
      await kiosk.close();
      await around.hub.stop();
      await network.close();
      await printer.close();
    },
  };
}
