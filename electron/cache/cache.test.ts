import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogueChangesSchema } from '../../domain/catalogue.ts';
import type { FloorPlan } from '../../domain/floor-plan.ts';
import type { FeedChange, FeedPage } from '../../domain/protocol/feed.ts';
import { openCache, type Cache } from './cache.ts';
import { staffSchema } from './schema.ts';
import { toFeedChanges } from './pack-changes.ts';
import { createSampleCatalogue } from './test-catalogue.ts';

const catalogue = createSampleCatalogue();
const [company, job] = [catalogue.companies[0], catalogue.jobs[0]];
const nothing = { companies: [], jobs: [], sessions: [], announcements: [] };
const at = '2025-05-30T02:00:00.000Z';

const plan: FloorPlan = {
  type: 'FeatureCollection',
  coordinateSystem: 'metres',
  features: [
    { type: 'Feature', properties: { id: 'lift', kind: 'lift' }, geometry: { type: 'Point', coordinates: [0, 0] } },
  ],
};

let folder: string;
let cache: Cache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-cache-'));
  open();
});
afterEach(() => {
  cache.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): void {
  cache = openCache(join(folder, 'cache.sqlite'), pino({ enabled: false }));
}

function reopen(): void {
  cache.close();
  open();
}

function page(changes: FeedChange[], rest: Partial<FeedPage> = {}): FeedPage {
  return { cursor: 'c', reset: false, complete: true, changes, ...rest };
}

function put(id: string): FeedChange {
  return {
    kind: 'job',
    id,
    item: { id, company: 'acme', languages: [], skills: [], title: { en: id }, text: { en: id } },
  };
}

const attendee = (index: string): FeedChange => ({
  kind: 'attendee',
  id: index,
  item: { index, ciphertext: 'x'.repeat(40) },
});
const announcement = {
  id: '01970000-0000-7000-8000-000000000001',
  text: { en: 'The forum begins.' },
  level: 'calm',
  minutes: 10,
} as const;
const member = {
  number: '03',
  label: 'Ada',
  role: 'helper',
  pin: { salt: 'S'.repeat(22), hash: 'H'.repeat(43) },
  badge: null,
} as const;
const eraseOrder = {
  id: '4d9bd0c8-8ff8-4a01-8d0f-5a2b4cf4a3a1',
  event: 'event-1',
  records: ['01970000-0000-7000-8000-000000000002'],
  signature: 'x',
};
/** What only a hub tells. */
const told: FeedChange[] = [
  { kind: 'announcement', id: announcement.id, item: announcement },
  { kind: 'staff', id: member.number, item: member },
  { kind: 'erase-order', id: eraseOrder.id, item: eraseOrder },
  { kind: 'closed-session', id: 'workshop-1', item: { session: 'workshop-1' } },
  {
    kind: 'kiosk-settings',
    id: 'K3',
    item: { kiosk: 'K3', settings: { camera: false, colour: 'of another version' } },
  },
];
function expectTold(): void {
  expect(cache.listStaff()).toEqual([member]);
  expect(cache.listEraseOrders()).toEqual([eraseOrder]);
  expect([...cache.listClosedSessions()]).toEqual(['workshop-1']);
  expect(cache.readKioskSettings('K3')).toEqual({ camera: false });
  expect(cache.readKioskSettings('K4')).toBeNull();
  expect(cache.pull(null).upserts.announcements).toEqual([announcement]);
}
const jobsOf = ({ upserts }: ReturnType<Cache['pull']>) => upserts.jobs.map(({ id }) => id);

describe('a page', () => {
  it('that has nothing gets all of it, and what is up to date nothing', () => {
    cache.putPack(catalogue);
    const first = cache.pull(null);
    expect(first).toMatchObject({ reset: true, upserts: catalogue });
    expect(catalogueChangesSchema.safeParse(JSON.parse(JSON.stringify(first))).success).toBe(true);
    expect(cache.pull(first.cursor)).toEqual({
      cursor: first.cursor,
      reset: false,
      upserts: nothing,
      removals: nothing,
    });
    reopen();
    expect(cache.pull(first.cursor)).toMatchObject({ cursor: first.cursor, reset: false });
    expect(cache.pull('of-another-kiosk.1')).toMatchObject({ reset: true });
  });

  it('gets only what has changed since, removals too', () => {
    cache.putPack(catalogue);
    const { cursor } = cache.pull(null);
    expect(cache.applyPage(page([put('J2'), { kind: 'company', id: 'acme', item: null }]), at)).toBe(true);
    const changes = cache.pull(cursor);
    expect(changes).toMatchObject({ reset: false, removals: { ...nothing, companies: ['acme'] } });
    expect(jobsOf(changes)).toEqual(['J2']);
    expect(changes.upserts.event).toBeUndefined();
    expect(cache.applyPage(page([put('J2')]), at), 'the same again is no news').toBe(false);
    expect(jobsOf(cache.pull(null))).toEqual(['J1', 'J2']);
  });

  it('starts anew when the floor plan goes, which no page can be told', () => {
    cache.applyPage(page(toFeedChanges({ ...catalogue, floorPlan: plan }), { reset: true }), at);
    const { cursor } = cache.pull(null);
    cache.applyPage(page([{ kind: 'floor-plan', id: 'event-1', item: null }]), at);
    const changes = cache.pull(cursor);
    expect(changes).toMatchObject({ reset: true, upserts: { companies: [company], jobs: [job] } });
    expect(changes.upserts.floorPlan).toBeUndefined();
  });

  it('tells the skills of the event, and starts anew when they go', () => {
    const skills = [{ id: 'vhdl', label: { en: 'VHDL' }, alternatives: [] }];
    cache.putPack({ ...catalogue, skills });
    const { cursor, upserts } = cache.pull(null);
    expect(upserts.skills).toEqual(skills);
    cache.putPack(catalogue);
    const changes = cache.pull(cursor);
    expect(changes).toMatchObject({ reset: true, upserts: { jobs: [job] } });
    expect(changes.upserts).not.toHaveProperty('skills');
  });

  it('keeps what it has while a lost cache is filled again', () => {
    expect(cache.pull('anything')).toEqual({ cursor: 'anything', reset: false, upserts: nothing, removals: nothing });
  });
});

describe('a download that begins with nothing', () => {
  const first = page([...toFeedChanges(catalogue), attendee('a'.repeat(22))], {
    reset: true,
    complete: false,
    cursor: '1',
  });
  const last = page([put('J9'), attendee('b'.repeat(22))], { cursor: '2' });

  it('shows when all of it is there, also across a restart', () => {
    cache.putPack({ ...catalogue, jobs: [] });
    const { cursor } = cache.pull(null);
    expect(cache.applyPage(first, at)).toBe(false);
    expect(cache.readCursor()).toBe('1');
    reopen();
    expect(cache.pull(cursor)).toMatchObject({ cursor });
    expect(cache.findAttendee('a'.repeat(22))).toBeNull();
    expect(cache.applyPage(last, at)).toBe(true);
    expect(jobsOf(cache.pull(cursor))).toEqual(['J1', 'J9']);
    expect(cache.findAttendee('a'.repeat(22))).toMatchObject({ index: 'a'.repeat(22) });
    expect(cache.readCursor()).toBe('2');
    expect(cache.describe()).toEqual({ companies: 1, jobs: 2, sessions: 2, attendees: 2, updated: at });
  });

  it('takes out what the new hub does not have', () => {
    cache.applyPage(page([...toFeedChanges(catalogue), put('J7'), attendee('c'.repeat(22))], { reset: true }), at);
    const { cursor } = cache.pull(null);
    cache.applyPage(first, at);
    cache.applyPage(last, at);
    expect(cache.pull(cursor)).toMatchObject({ reset: false, removals: { jobs: ['J7'] } });
    expect(jobsOf(cache.pull(cursor)), 'what stayed as it was is no news').toEqual(['J9']);
    expect(cache.findAttendee('c'.repeat(22))).toBeNull();
  });

  it('may begin again in the middle', () => {
    cache.applyPage(first, at);
    cache.applyPage(page(toFeedChanges({ ...catalogue, jobs: [] }), { reset: true }), at);
    expect(jobsOf(cache.pull(null))).toEqual([]);
    expect(cache.describe().attendees).toBe(0);
  });
});

describe('an event pack', () => {
  it('is put in when it has changed, and keeps the attendees of its event', () => {
    cache.putPack(catalogue);
    cache.applyPage(page([attendee('a'.repeat(22)), put('J2')]), at);
    cache.putPack(catalogue);
    expect(jobsOf(cache.pull(null)), 'what the hub said since stays').toEqual(['J1', 'J2']);
    cache.putPack({ ...catalogue, companies: [] });
    expect(jobsOf(cache.pull(null))).toEqual(['J1']);
    expect(cache.findAttendee('a'.repeat(22))).not.toBeNull();
    expect(cache.readCursor()).toBe('c');
    const other = createSampleCatalogue({ id: 'event-2' });
    cache.putPack(other);
    expect(cache.readEvent()?.id).toBe('event-2');
    expect(cache.findAttendee('a'.repeat(22))).toBeNull();
    expect(cache.readCursor()).toBeNull();
  });
});

describe('what only a hub tells', () => {
  it('is kept, also across a restart and another event pack of the same event', () => {
    cache.putPack(catalogue);
    cache.applyPage(page(told), at);
    expectTold();
    reopen();
    expectTold();
    cache.putPack({ ...catalogue, companies: [] });
    expectTold();
    cache.putPack(createSampleCatalogue({ id: 'event-2' }));
    expect([cache.listStaff(), cache.listEraseOrders(), [...cache.listClosedSessions()]]).toEqual([[], [], []]);
  });

  it('shows to no page but as announcements, which come and go', () => {
    cache.putPack(catalogue);
    const { cursor } = cache.pull(null);
    cache.applyPage(page(told), at);
    const changes = cache.pull(cursor);
    expect(changes.upserts).toEqual({ ...nothing, announcements: [announcement] });
    expect(JSON.stringify(cache.pull(null))).not.toMatch(/"pin"|Ada|signature/u);
    cache.applyPage(page([{ kind: 'announcement', id: announcement.id, item: null }]), at);
    expect(cache.pull(changes.cursor).removals).toEqual({ ...nothing, announcements: [announcement.id] });
  });

  it.each<[FeedChange['kind'], boolean]>([
    ['announcement', true],
    ['closed-session', true],
    ['kiosk-settings', true],
    ['staff', false],
    ['erase-order', false],
  ])('is news for pages, of the kind %s: %s', (kind, isNews) => {
    cache.putPack(catalogue);
    expect(cache.applyPage(page(told.filter((change) => change.kind === kind)), at)).toBe(isNews);
  });

  it('goes when the hub takes it back', () => {
    cache.putPack(catalogue);
    cache.applyPage(page(told), at);
    cache.applyPage(page(told.map(({ kind, id }) => ({ kind, id, item: null }))), at);
    expect([cache.listStaff(), cache.listEraseOrders(), [...cache.listClosedSessions()]]).toEqual([[], [], []]);
    expect(cache.pull(null).upserts.announcements).toEqual([]);
  });
});

it('a cache of the version before keeps its event, and has room for the count of wrong PINs', () => {
  cache.putPack(catalogue);
  cache.applyPage(page([put('J2')]), at);
  cache.close();
  // As version 1 was: without what `staffSchema` adds.
  const [table] = /create table \w+/u.exec(staffSchema) ?? [];
  const database = new DatabaseSync(join(folder, 'cache.sqlite'));
  database.exec(`drop table ${String(table).slice('create table '.length)}; pragma user_version = 1`);
  database.close();
  open();
  expect(jobsOf(cache.pull(null))).toEqual(['J1', 'J2']);
  expect(cache.readCursor()).toBe('c');
  expect(cache.readWrongPins()).toBe(0);
  cache.writeWrongPins(7);
  reopen();
  expect(cache.readWrongPins()).toBe(7);
});
