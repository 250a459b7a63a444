import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openCache } from '../../../electron/cache/cache.ts';
import { createDownload } from '../../../electron/uplink/download.ts';
import { createHubClient } from '../../../electron/uplink/hub-client.ts';
import { readFolderBytes } from '../harness/disk-bytes.ts';
import type { RunningHub } from '../harness/hub-process.ts';
import { must } from '../harness/hub-store.ts';
import type { Sender } from '../harness/sender.ts';
import { megabyte } from '../memory/process-memory.ts';
import type { Wire } from './count-wire.ts';
import type { Download } from './run-peer.ts';

export interface HostDownload {
  readonly hub: RunningHub;
  readonly wire: Wire;
  readonly sender: Sender;
  /** That it must end with. */
  readonly jobs: number;
  readonly attendees: number;
}

/** What a kiosk's host does with an empty cache: its own client, its own download, its own cache on the disk. */
export async function runHost({ hub, wire, sender, jobs, attendees }: HostDownload): Promise<Download> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const cache = openCache(join(folder, 'cache.sqlite'), pino({ level: 'silent' }));
  const address = { host: '127.0.0.1', port: wire.port };
  const client = createHubClient({ address, isPinned: () => true, signer: sender });
  const now = () => new Date().toISOString();
  try {
    wire.takeBytes();
    const began = performance.now();
    const download = createDownload({ client, cache, event: hub.event, now, onChange: () => undefined });
    must(await download(new AbortController().signal));
    const seconds = (performance.now() - began) / 1000;
    const wireMegabytes = wire.takeBytes() / megabyte;
    const has = cache.describe();
    cache.close();
    if (has.jobs !== jobs || has.attendees !== attendees) throw new Error(`The cache has ${JSON.stringify(has)}.`);
    return { seconds, wireMegabytes, diskMegabytes: readFolderBytes(folder) / megabyte };
  } finally {
    await client.close();
    rmSync(folder, { recursive: true });
  }
}
