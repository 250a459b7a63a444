import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright-core';
import { pino } from 'pino';
import { v7 } from 'uuid';
import type { Attendee, LockedAttendee } from '../../../domain/attendee.ts';
import { deriveTicket, unlockAttendee } from '../../../domain/sealing/ticket.ts';
import { openCache, type Cache } from '../../../electron/cache/cache.ts';
import { openKiosk } from '../../end-to-end/open-kiosk.ts';
import { waitForAttract } from '../../journeys/visit.ts';
import { createAttendees, lockAttendees } from '../harness/attendees.ts';
import type { Benchmark, Figure, Say } from '../harness/benchmark.ts';
import { must } from '../harness/hub-store.ts';
import { readSampleCatalogue } from '../harness/sample-catalogue.ts';
import { servePage } from '../harness/serve-page.ts';
import { withPage } from '../harness/with-page.ts';
import { attendeesPath } from './page/attendees-path.ts';
import type { LookupPeers } from './page/main.ts';

interface Size {
  readonly attendees: number;
  /** Of them, with codes that need scrypt; each is looked up. */
  readonly shortCodes: number;
  /** Of the others, how many are looked up. */
  readonly longCodes: number;
}

export const lookup = createLookup({ attendees: 50_000, shortCodes: 100, longCodes: 1000 });

export function createLookup(size: Size): Benchmark {
  return {
    name: 'lookup',
    about: `A pre-registered visitor among ${size.attendees} by ticket code. found: the kiosk's cache by the index of the code. opened: from the code,
derived, found and opened; short codes go through scrypt, random UUIDs need not. checked in: from the page's question to the host's
answer, with the arrival sealed and in the journal, over loopback.
Peers: a plain SELECT by primary key in node:sqlite, and Dexie's get in Chromium, both with the same rows and no cryptography.`,
    measure: (say) => measure(size, say),
  };
}

async function measure(size: Size, say: Say): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  try {
    const catalogue = readSampleCatalogue();
    const { sealingKey } = catalogue.event;
    const attendees = createAttendees({ count: size.attendees, shortCodes: size.shortCodes });
    const locked = await lockAttendees(attendees, sealingKey);
    say(`${locked.length} attendees locked`);
    const shortOnes = attendees.slice(0, size.shortCodes);
    const longOnes = attendees.slice(-size.longCodes);
    const cache = fillCache(join(folder, 'cache.sqlite'), locked);
    const open = (some: readonly Attendee[]) => timeEach(some, ({ code }) => openOne(cache, code, sealingKey));
    const plain = timePlain(join(folder, 'plain.sqlite'), locked, size.longCodes);
    const found = await timeEach(locked.slice(-size.longCodes), ({ index }) => cache.findAttendee(index));
    const opened = { short: await open(shortOnes), long: await open(longOnes) };
    cache.close();
    say('looked up without a kiosk');
    const dexie = await timeDexie(locked, size.longCodes);
    say('looked up by Dexie');
    const arrived = await timeCheckIns(folder, { short: shortOnes, long: longOnes.slice(0, size.shortCodes) });
    const select = { name: 'plain SELECT', values: plain };
    const get = { name: 'Dexie get', values: dexie };
    return [
      { name: 'found', unit: 'ms', values: found, peer: select },
      { name: 'found', unit: 'ms', values: found, peer: get },
      { name: 'opened, UUID', unit: 'ms', values: opened.long, peer: select },
      { name: 'opened, short code', unit: 'ms', values: opened.short, peer: select },
      { name: 'checked in, UUID', unit: 'ms', values: arrived.long, peer: get, goal: { atMost: 2000, of: 'p95' } },
      {
        name: 'checked in, short code',
        unit: 'ms',
        values: arrived.short,
        peer: get,
        goal: { atMost: 2000, of: 'p95' },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function fillCache(path: string, locked: readonly LockedAttendee[]): Cache {
  const cache = openCache(path, pino({ level: 'silent' }));
  const { event } = readSampleCatalogue();
  const changes = [
    { kind: 'event' as const, id: event.id, item: event },
    ...locked.map((item) => ({ kind: 'attendee' as const, id: item.index, item })),
  ];
  cache.applyPage({ cursor: 'all', reset: true, complete: true, changes }, new Date().toISOString());
  return cache;
}

async function openOne(cache: Cache, code: string, sealingKey: string): Promise<void> {
  const ticket = await deriveTicket(code, sealingKey);
  const attendee = cache.findAttendee(ticket.index);
  if (attendee === null) throw new Error('An attendee is missing.');
  must(unlockAttendee(attendee, ticket));
}

/** Milliseconds of each; the first is done once before. */
async function timeEach<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const item of [...items.slice(0, 1), ...items]) {
    const began = performance.now();
    await work(item);
    times.push(performance.now() - began);
  }
  return times.slice(1);
}

function timePlain(path: string, locked: readonly LockedAttendee[], count: number): number[] {
  const database = new DatabaseSync(path);
  database.exec('create table plain (ticket_index text primary key not null, ciphertext text not null); begin');
  const insert = database.prepare('insert into plain values (?, ?)');
  for (const { index, ciphertext } of locked) insert.run(index, ciphertext);
  database.exec('commit');
  const select = database.prepare('select * from plain where ticket_index = ?');
  const times = locked.slice(-count).map(({ index }) => {
    const began = performance.now();
    select.get(index);
    return performance.now() - began;
  });
  database.close();
  return times;
}

async function timeDexie(locked: readonly LockedAttendee[], count: number): Promise<number[]> {
  const server = await servePage(join(import.meta.dirname, 'page'), new Map([[attendeesPath, JSON.stringify(locked)]]));
  try {
    const indexes = locked.slice(-count).map(({ index }) => index);
    const { value } = await withPage(server.address, (page) =>
      page.evaluate(async (wanted) => {
        const { peers } = window as unknown as { peers: LookupPeers };
        await peers.fill();
        return peers.timeGets(wanted);
      }, indexes),
    );
    return value;
  } finally {
    await server.close();
  }
}

/** @param folder a kiosk's data, with a cache that has been filled */
async function timeCheckIns(dataFolder: string, attendees: Record<'short' | 'long', readonly Attendee[]>) {
  const kiosk = await openKiosk({ shell: 'chromium', dataFolder, flags: ['--hub', 'none'] });
  try {
    await waitForAttract(kiosk.page);
    const [first] = attendees.long;
    if (first !== undefined) await timeCheckIn(kiosk.page, first);
    const times = { short: [] as number[], long: [] as number[] };
    for (const kind of ['short', 'long'] as const) {
      for (const attendee of attendees[kind]) times[kind].push(await timeCheckIn(kiosk.page, attendee));
    }
    return times;
  } finally {
    await kiosk.close();
  }
}

function timeCheckIn(page: Page, { code }: Attendee): Promise<number> {
  return page.evaluate(
    async (request) => {
      const began = performance.now();
      const response = await fetch('/bridge/checkIn', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        cache: 'no-store',
      });
      const answer = (await response.json()) as { ok: boolean; value?: { kind: string } };
      if (answer.value?.kind !== 'attendee') throw new Error(`The host answered ${JSON.stringify(answer)}`);
      return performance.now() - began;
    },
    { id: v7(), code, language: 'en' },
  );
}
