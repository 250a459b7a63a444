import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadSampleEvent } from '../end-to-end/sample-event.ts';
import { openKiosk, type Kiosk } from '../end-to-end/open-kiosk.ts';
import { waitForAttract } from '../journeys/visit.ts';
import type { Fault } from './harness/fault.ts';
import { findFreePort } from './harness/free-port.ts';
import { readKept } from './harness/journal-of.ts';
import { createLedger } from './harness/ledger.ts';
import type { Random } from './harness/random.ts';
import { readCache, type Cache } from './harness/read-cache.ts';
import { tearFile, tears } from './harness/tear-file.ts';
import { createTally } from './harness/tally.ts';
import { register } from './harness/visit-desk.ts';
import { createWalkIns } from './harness/walk-ins.ts';
import { addressOf, connectBridge } from './harness/connect-bridge.ts';

/** What LevelDB cannot do without: which files count, their list, and the writes since. */
const victims = [/^CURRENT$/u, /^MANIFEST-/u, /\.log$/u, /\.ldb$/u];

/** From the page's start to a full cache it takes a second; a request that Chromium never answers is given up after five. */
const refillMilliseconds = 30_000;

export const cacheTorn: Fault = {
  name: 'cache-torn',
  about: `A file of the page's IndexedDB (CURRENT, MANIFEST, log, tables) is deleted, emptied, cut off, zeroed or garbled between two starts.
The page opens as ever, without a network; its catalogue and its mirror of the journal are whole again; visitors register.`,
  runs: { usual: victims.length * tears.length * 2, short: 1 },
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    const ledger = createLedger();
    const nextWalkIn = createWalkIns(random, 'K1');
    const flags = ['--port', String(await findFreePort())];
    const open = () =>
      openKiosk({ dataFolder: folder, shell: 'chromium', flags, viewport: { width: 540, height: 960 } });
    const kinds = victims.flatMap((victim) => tears.map((tear) => ({ victim, tear })));
    const plan = random.shuffle(Array.from({ length: Math.ceil(runs / kinds.length) }, () => kinds).flat());
    const lookAt = async (kiosk: Kiosk): Promise<Look> => {
      if (!(await opens(kiosk))) return 'did not open';
      const connection = await connectBridge(addressOf(kiosk.host));
      const told = await register(connection.bridge, nextWalkIn(), ledger);
      await connection.close();
      if (told !== 'registered') tally.stuck(`a registration was answered with ${told}`);
      await kiosk.page.reload();
      if (!(await opens(kiosk))) return 'did not open';
      const kept = await readKept(folder);
      return waitUntilWhole(
        kiosk,
        kept.map(({ id }) => id),
      );
    };
    let inMemory = 0;
    let torn = 'nothing';
    for (let run = 0; run <= runs; run += 1) {
      let look = 'the browser ended';
      for (let start = 1; start <= starts && look === 'the browser ended'; start += 1) {
        const kiosk = await open();
        look = await lookAt(kiosk)
          .catch(whenEnded)
          .finally(() => kiosk.close());
        if (look === 'the browser ended') tally.note(`the browser ended once after ${torn}`);
      }
      if (look === 'unreadable') inMemory += 1;
      else if (look !== 'whole') tally.stuck(`after ${torn}: ${look}`);
      if (look === 'did not open') rmSync(join(folder, 'test-browser'), { recursive: true });
      if (run === runs) break;
      // A young database has no tables yet: what is not there is left out.
      torn = 'nothing';
      while (torn === 'nothing' && plan.length > 0) {
        const kind = plan.shift();
        if (kind !== undefined) torn = tear({ ...kind, folder, random }) ?? 'nothing';
      }
      if (torn === 'nothing') break;
      tally.run();
      if ((run + 1) % 10 === 0) say(`${run + 1} of ${runs}`);
    }
    tally.add(ledger.judge(await readKept(folder)));
    tally.note(`${inMemory} times IndexedDB could not be had back and the page went on without`);
    return tally.outcome();
  },
};

/** A shell opens a browser that ends again, so one may die of what it finds; it must not die of it for ever. */
const starts = 3;

function whenEnded(error: unknown): Look {
  if (error instanceof Error && error.message.includes('has been closed')) return 'the browser ended';
  throw error;
}

/** `whole`, `unreadable`, `did not open`, `the browser ended`, or what is missing. */
type Look = string;

async function opens({ page }: Kiosk): Promise<boolean> {
  return waitForAttract(page).then(
    () => true,
    () => false,
  );
}

interface Plan {
  readonly victim: RegExp;
  readonly tear: (typeof tears)[number];
  readonly folder: string;
  readonly random: Random;
}

/** @returns what was torn; null when the database has no such file at the moment */
function tear({ victim, tear: how, folder, random }: Plan): string | null {
  const profile = join(folder, 'test-browser');
  const files = readdirSync(profile, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /indexeddb\.leveldb[\\/]/u.test(file) && victim.test(file.split(/[\\/]/u).at(-1) ?? ''),
  );
  if (files.length === 0) return null;
  const file = random.pick(files);
  tearFile(join(profile, file), how, random);
  return `${file.split(/[\\/]/u).at(-1) ?? ''} ${how}`;
}

/** `unreadable`: the database cannot be had back, and the page does without. */
async function waitUntilWhole({ page }: Kiosk, records: readonly string[]): Promise<Look> {
  const { companies, jobs, sessions } = loadSampleEvent();
  const expected: Cache = {
    companies: companies.map(({ id }) => id),
    jobs: jobs.map(({ id }) => id),
    sessions: sessions.map(({ id }) => id),
    records: [...records],
  };
  const end = performance.now() + refillMilliseconds;
  for (;;) {
    const cache = await readCache(page);
    const missing = cache === null ? 'unreadable' : compare(cache, expected);
    if (missing === null || performance.now() > end) return missing ?? 'whole';
    await wait(100);
  }
}

function compare(cache: Cache, expected: Cache): string | null {
  for (const store of ['companies', 'jobs', 'sessions', 'records'] as const) {
    const there = new Set(cache[store]);
    const missing = expected[store].filter((id) => !there.has(id)).length;
    if (missing > 0) return `${store} lack ${missing} of ${expected[store].length}`;
  }
  return null;
}
