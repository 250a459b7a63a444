import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { LockedAttendee } from '../../../domain/attendee.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { FeedChange } from '../../../domain/protocol/feed.ts';
import { createAttendees, lockAttendees } from '../harness/attendees.ts';
import type { Benchmark, Figure, Say } from '../harness/benchmark.ts';
import { withHub } from '../harness/hub-process.ts';
import { connectOperator } from '../harness/operator.ts';
import { createJobs, readSampleCatalogue } from '../harness/sample-catalogue.ts';
import { servePage } from '../harness/serve-page.ts';
import { countWire } from './count-wire.ts';
import { cutPages } from './cut-pages.ts';
import { runHost } from './run-host.ts';
import { runKiosk } from './run-kiosk.ts';
import { runPeer, type Download } from './run-peer.ts';

interface Size {
  readonly rounds: number;
  readonly jobs: number;
  readonly attendees: number;
}

export const download = createDownloadBenchmark({ rounds: 3, jobs: 3000, attendees: 50_000 });

export function createDownloadBenchmark(size: Size): Benchmark {
  return {
    name: 'download',
    about: `${size.jobs} jobs and ${size.attendees} pre-registered visitors from a hub into an empty kiosk.
host: from the first question of the kiosk's download until all is in its cache; kiosk: from starting a whole kiosk, enrolment and
Chromium included, until its page has every job too (pre-registered visitors never reach the page). wire: what the hub sent, TLS included;
disk: the cache, and for a whole kiosk the page's IndexedDB.
Peers: the same jobs and visitors by plain Dexie, a bulkPut a page, and by RxDB's replication into its Dexie storage, each in a Chromium
with an empty profile, over plain HTTP, from pages of 1,000 that are gzipped beforehand.`,
    measure: (say) => measure(size, say),
  };
}

type Runs = Readonly<Record<'host' | 'kiosk' | 'dexie' | 'rxdb', Download[]>>;

async function measure(size: Size, say: Say): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const sample = readSampleCatalogue();
  const catalogue = { ...sample, jobs: createJobs(sample.jobs, size.jobs) };
  const locked = await lockAttendees(createAttendees({ count: size.attendees }), catalogue.event.sealingKey);
  say('catalogue and attendees made');
  const peers = await servePage(join(import.meta.dirname, 'page'), cutPages(toChanges(catalogue, locked)));
  const runs: Runs = { host: [], kiosk: [], dexie: [], rxdb: [] };
  const hubOptions = { database: join(folder, 'hub.sqlite'), senders: 1, catalogue, attendees: locked.map(publish) };
  try {
    await withHub(hubOptions, async (hub) => {
      const wire = await countWire(Number(new URL(hub.address).port));
      const operator = connectOperator(hub);
      const [sender] = hub.senders;
      if (sender === undefined) throw new Error('The hub knows no kiosk.');
      for (let round = 1; round <= size.rounds; round += 1) {
        runs.host.push(await runHost({ hub, wire, sender, jobs: size.jobs, attendees: size.attendees }));
        runs.dexie.push(await runPeer('replicateByDexie', peers, size.jobs + size.attendees));
        runs.rxdb.push(await runPeer('replicateByRxdb', peers, size.jobs + size.attendees));
        const enrolment = await operator.makeEnrolmentFlags(`127.0.0.1:${wire.port}`);
        runs.kiosk.push(await runKiosk({ wire, enrolment, jobs: size.jobs }));
        say(`round ${round} of ${size.rounds}`);
      }
      await operator.close();
      await wire.close();
    });
  } finally {
    await peers.close();
    rmSync(folder, { recursive: true });
  }
  return (['host', 'kiosk'] as const).flatMap((who) => describe(who, runs));
}

function toChanges({ jobs }: Catalogue, locked: readonly LockedAttendee[]): FeedChange[] {
  return [
    ...jobs.map((item) => ({ kind: 'job' as const, id: item.id, item })),
    ...locked.map((item) => ({ kind: 'attendee' as const, id: item.index, item })),
  ];
}

/** What the hub keeps of them for itself is random here; sealing 50,000 takes minutes, and kiosks never see it. */
function publish(attendee: LockedAttendee) {
  return { ...attendee, sealed: randomBytes(500).toString('base64url'), tag: randomBytes(32).toString('base64url') };
}

function describe(who: 'host' | 'kiosk', runs: Runs): Figure[] {
  const parts = [
    { name: who, unit: 's', of: (run: Download) => run.seconds },
    { name: `${who}, wire`, unit: 'MB', of: (run: Download) => run.wireMegabytes },
    { name: `${who}, disk`, unit: 'MB', of: (run: Download) => run.diskMegabytes },
  ] as const;
  const peers = { 'Dexie bulkPut': runs.dexie, RxDB: runs.rxdb };
  return parts.flatMap(({ name, unit, of }) =>
    Object.entries(peers).map(([peer, theirs]) => ({
      name,
      unit,
      values: runs[who].map(of),
      peer: { name: peer, values: theirs.map(of) },
    })),
  );
}
