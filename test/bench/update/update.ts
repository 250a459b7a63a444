import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { countWire } from '../download/count-wire.ts';
import type { Benchmark, Figure, Say, Skip } from '../harness/benchmark.ts';
import { withHub } from '../harness/hub-process.ts';
import { connectOperator } from '../harness/operator.ts';
import { megabyte } from '../memory/process-memory.ts';
import { fetchUpdate, readPin, type UpdateFetch } from './fetch-update.ts';
import { otherDifferences } from './other-differences.ts';
import { publishRelease, type PublishedRelease } from './publish-releases.ts';

const rounds = 3;

export const update: Benchmark = {
  name: 'update',
  about: `An update of the Debian package for the Chromium shell, both packed from this checkout as npm run package packs them, the second under
the next version: that changes the host's bundle and the names of its parts. From the kiosk's question for the package until it lies there
and its SHA-512 holds, by electron-updater over the kiosk's own line to a hub in a process of its own on this machine; bytes as the hub sent
them, TLS included. whole: the kiosk has nothing to compare with; changed: it has the package that it runs.
Peers: whole beside changed; what zstd, xdelta3 and rsync make of the same two files, without a hub.`,
  async measure(say, skip) {
    if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-deb')) {
      skip('update', 'the package is made with dpkg-deb, on Linux');
      return [];
    }
    const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-update-'));
    try {
      const { privateKey: key } = generateKeyPairSync('ed25519');
      const running = await publishRelease({ version: '0.8.0', folder: join(folder, '0.8.0'), key });
      say('the first version is packed');
      const next = await publishRelease({ version: '0.8.1', folder: join(folder, '0.8.1'), key });
      say('the second version is packed');
      const fetched = await fetchInTurn({ folder, running, next }, say);
      return [...describe(fetched, next), ...(await compareOthers({ folder, running, next, ...fetched }, skip))];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Releases {
  readonly folder: string;
  readonly running: PublishedRelease;
  readonly next: PublishedRelease;
}
type Fetched = Readonly<Record<'whole' | 'changed', { seconds: number; megabytes: number }[]>>;

function fetchInTurn({ folder, running, next }: Releases, say: Say): Promise<Fetched> {
  const fetched: Fetched = { whole: [], changed: [] };
  return withHub({ database: join(folder, 'hub.sqlite'), senders: 1 }, async (hub) => {
    const port = Number(new URL(hub.address).port);
    const wire = await countWire(port);
    const operator = connectOperator(hub);
    try {
      for (const release of [running, next]) await operator.post('/v1/operator/updates', { folder: release.folder });
      const [sender] = hub.senders;
      if (sender === undefined) throw new Error('The hub knows no kiosk.');
      const call: Omit<UpdateFetch, 'hasBase'> = { wire, pin: await readPin(port), sender, running, next };
      for (let round = 1; round <= rounds; round += 1) {
        fetched.whole.push(await fetchUpdate({ ...call, hasBase: false }));
        fetched.changed.push(await fetchUpdate({ ...call, hasBase: true }));
        say(`round ${round} of ${rounds}`);
      }
    } finally {
      await operator.close();
      await wire.close();
    }
    return fetched;
  });
}

function describe({ whole, changed }: Fetched, { deb }: PublishedRelease): Figure[] {
  const size = statSync(deb).size / megabyte;
  const of = (part: 'seconds' | 'megabytes', runs: Fetched['whole']) => runs.map((run) => run[part]);
  return [
    { name: 'whole', unit: 'MB', values: of('megabytes', whole), peer: { name: 'the file', values: [size] } },
    ...(['megabytes', 'seconds'] as const).map((part): Figure => ({
      ...{ name: 'changed', unit: part === 'seconds' ? 's' : 'MB', values: of(part, changed) },
      peer: { name: 'whole', values: of(part, whole) },
    })),
  ];
}

async function compareOthers({ folder, running, next, changed }: Releases & Fetched, skip: Skip): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, measure } of otherDifferences) {
    try {
      const bytes = await measure({ before: running.deb, after: next.deb, folder });
      const values = changed.map(({ megabytes }) => megabytes);
      figures.push({ name: 'changed', unit: 'MB', values, peer: { name, values: [bytes / megabyte] } });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      skip(name, reason.includes('ENOENT') ? 'it is not on this machine' : reason);
    }
  }
  return figures;
}
