import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { PublishedAttendee } from '../../../hub/store/store.ts';
import { endProcess, kioskEnvironment, waitForOutput, watchOutput } from '../../end-to-end/host-process.ts';
import { root } from '../../end-to-end/shells.ts';
import { must, openHubStore } from './hub-store.ts';
import { readSampleCatalogue } from './sample-catalogue.ts';
import { admitSenders, type Sender } from './sender.ts';

export interface HubOptions {
  /** Of an empty database. */
  readonly database: string;
  /** How many kiosks it knows. */
  readonly senders?: number;
  /** The sample's unless it is given. */
  readonly catalogue?: Catalogue;
  readonly attendees?: readonly PublishedAttendee[];
  readonly flags?: readonly string[];
}

export interface RunningHub {
  /** `https://127.0.0.1:…`. */
  readonly address: string;
  readonly database: string;
  readonly dataFolder: string;
  readonly epoch: string;
  readonly event: string;
  readonly senders: readonly Sender[];
  readonly pid: number;
}

/** A hub as a process of its own, whose database was filled before it started; it ends with the work. */
export async function withHub<Value>(options: HubOptions, work: (hub: RunningHub) => Promise<Value>): Promise<Value> {
  const filled = await fillDatabase(options);
  const dataFolder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const flags = [
    '--data',
    dataFolder,
    '--listen',
    '127.0.0.1:0',
    '--database',
    options.database,
    '--log-level',
    'warn',
  ];
  const hub = watchOutput(
    spawn(process.execPath, [join(root, 'hub', 'main.ts'), ...flags, ...(options.flags ?? [])], {
      cwd: root,
      env: kioskEnvironment({ hasDisplay: false }),
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  try {
    const address = await waitForOutput(hub, /(https:\/\/127\.0\.0\.1:\d+)/u);
    const { pid } = hub.process;
    if (pid === undefined) throw new Error('The hub is no process.');
    return await work({ ...filled, address, dataFolder, database: options.database, pid });
  } finally {
    await endProcess(hub.process);
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function fillDatabase({ database, senders = 0, catalogue = readSampleCatalogue(), attendees }: HubOptions) {
  const store = await openHubStore(database);
  try {
    must(await store.feed.publishCatalogue(catalogue));
    if (attendees !== undefined) must(await store.feed.publishAttendees(attendees));
    return { epoch: store.epoch, event: catalogue.event.id, senders: await admitSenders(store, senders) };
  } finally {
    await store.close();
  }
}
