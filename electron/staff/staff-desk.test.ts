import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../domain/result.ts';
import { hashPin, hashStaffBadge } from '../../domain/staff/check-credentials.ts';
import type { Credentials, StaffMember } from '../../domain/staff/staff-member.ts';
import { openCache, type Cache } from '../cache/cache.ts';
import { createSampleCatalogue } from '../cache/test-catalogue.ts';
import type { HubStaff } from './hub-staff.ts';
import { createStaffDesk, type StaffDesk, type StaffDeskParts } from './staff-desk.ts';
import { createStaffLock } from './staff-lock.ts';
import { createWrongPinCount } from './wrong-pin-count.ts';

const badge = `FOYER-STAFF-${'7'.repeat(26)}`;
const right: Credentials = { by: 'pin', number: '03', pin: '246810' };
const wrong: Credentials = { by: 'pin', number: '03', pin: '000000' };
const byBadge: Credentials = { by: 'badge', badge };
const member = { number: '03', label: 'Ada', role: 'helper' } as const;

let staff: StaffMember;
beforeAll(async () => {
  const salt = randomBytes(16).toString('base64url');
  staff = { ...member, pin: await hashPin('246810', salt), badge: hashStaffBadge(badge) };
});

let folder: string;
let path: string;
let cache: Cache;
let log: string;
let now: number;
let changes: number;
let where: ReturnType<StaffDeskParts['readHub']>;
let hub: { [Verb in keyof HubStaff]: ReturnType<typeof vi.fn<HubStaff[Verb]>> };
let desk: StaffDesk;
const logger = pino({ level: 'trace' }, { write: (line: string) => (log += line) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-staff-'));
  path = join(folder, 'staff-lock.json');
  log = '';
  now = 0;
  changes = 0;
  where = 'away';
  hub = {
    signIn: vi.fn<HubStaff['signIn']>(() => Promise.resolve(err({ reason: 'offline', waitSeconds: null }))),
    signOut: vi.fn<HubStaff['signOut']>(() => Promise.resolve()),
    call: vi.fn<HubStaff['call']>(() => Promise.resolve(ok({}))),
  };
  start();
});
afterEach(() => {
  desk.close();
  cache.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As after each start of the host. */
function start({ idleMilliseconds = 60_000 } = {}): void {
  cache = openCache(join(folder, 'cache.sqlite'), logger);
  if (cache.readEvent() === null) {
    cache.putPack(createSampleCatalogue());
    const change = { kind: 'staff' as const, id: '03', item: staff };
    cache.applyPage({ cursor: 'c', reset: false, complete: true, changes: [change] }, 'now');
  }
  const wrongPins = createWrongPinCount({ path, copy: cache, logger });
  const lock = createStaffLock({ wrongPins, clock: () => now, onChange: () => (changes += 1) });
  const listStaff = () => cache.listStaff();
  desk = createStaffDesk({ lock, hub, readHub: () => where, listStaff, logger, idleMilliseconds });
}

function restart(): void {
  desk.close();
  cache.close();
  start();
}

async function tryWrong(times: number) {
  const answers = [];
  for (let time = 0; time < times; time += 1) answers.push(await desk.signIn(wrong));
  return answers;
}

/** Until the lock is open for the next try, as the clock goes. */
function waitFor(seconds: number): void {
  now += seconds * 1000;
}

const refused = (reason: string, waitSeconds: number | null = null) => ({ ok: false, reason: { reason, waitSeconds } });

describe('without the hub', () => {
  it.each([right, byBadge])('the right credentials sign in, for what needs no hub: $by', async (credentials) => {
    expect(await desk.signIn(credentials)).toEqual({
      ok: true,
      value: { staff: member, scope: 'local', idleSeconds: 60 },
    });
    expect(desk.isSignedIn()).toBe(true);
    expect(desk.isSupervisor(), 'a helper').toBe(false);
    expect(await desk.call({ name: 'me', input: {} })).toEqual({ ok: false, reason: 'offline' });
    expect(hub.call).not.toHaveBeenCalled();
  });

  it.each<Credentials>([
    wrong,
    { by: 'pin', number: '04', pin: '246810' },
    { by: 'badge', badge: `FOYER-STAFF-${'8'.repeat(26)}` },
  ])('others do not: %j', async (credentials) => {
    expect(await desk.signIn(credentials)).toEqual(refused('wrong-credentials'));
    expect(desk.isSignedIn()).toBe(false);
  });

  it('says so when it knows nobody, and counts nothing', async () => {
    cache.applyPage(
      { cursor: 'd', reset: false, complete: true, changes: [{ kind: 'staff', id: '03', item: null }] },
      'now',
    );
    expect(await desk.signIn(wrong)).toEqual(refused('offline'));
    where = 'none';
    for (let time = 0; time < 7; time += 1) expect(await desk.signIn(wrong)).toEqual(refused('no-staff'));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ wrong: 0 });
  });
});

describe('with the hub', () => {
  const token = 'T'.repeat(43);
  beforeEach(() => {
    where = 'there';
    hub.signIn.mockResolvedValue(ok({ staff: member, idleSeconds: 60, token }));
  });

  it('its word counts, and calls go there with its token, which the page never gets', async () => {
    const answer = await desk.signIn(right);
    expect(answer).toEqual({ ok: true, value: { staff: member, scope: 'hub', idleSeconds: 60 } });
    expect(JSON.stringify(answer)).not.toContain(token);
    await desk.call({ name: 'findVisitors', input: { query: 'x', limit: 20 } });
    expect(hub.call).toHaveBeenCalledWith(token, { name: 'findVisitors', input: { query: 'x', limit: 20 } });
    desk.signOut();
    expect(hub.signOut).toHaveBeenCalledWith(token);
    expect(await desk.call({ name: 'me', input: {} })).toEqual({ ok: false, reason: 'signed-out' });
  });

  it('a wrong PIN is wrong, also when the kiosk itself would know better', async () => {
    hub.signIn.mockResolvedValue(err({ reason: 'wrong-credentials', waitSeconds: null }));
    expect(await desk.signIn(right)).toEqual(refused('wrong-credentials'));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ wrong: 1 });
  });

  it.each(['wait', 'staff-locked', 'too-many-requests', 'no-staff'] as const)(
    'its %s is passed on and not counted here',
    async (reason) => {
      const failure = { reason, waitSeconds: reason === 'wait' ? 30 : null };
      hub.signIn.mockResolvedValue(err(failure));
      expect(await desk.signIn(right)).toEqual({ ok: false, reason: failure });
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ wrong: 0 });
    },
  );

  it.each(['offline', 'storage-failed'] as const)('that is %s at that moment is done without', async (reason) => {
    hub.signIn.mockResolvedValue(err({ reason, waitSeconds: null }));
    expect(await desk.signIn(right)).toMatchObject({ ok: true, value: { scope: 'local' } });
  });

  it('that ends the session ends it here', async () => {
    await desk.signIn(right);
    hub.call.mockResolvedValue(err('signed-out'));
    await desk.call({ name: 'me', input: {} });
    expect(desk.isSignedIn()).toBe(false);
  });
});

describe('wrong PINs', () => {
  it('make wait after five, twice as long after each further one, and lock after fifteen', async () => {
    expect(await tryWrong(6)).toEqual([
      ...Array.from({ length: 4 }, () => refused('wrong-credentials')),
      refused('wait', 15),
      refused('wait', 15),
    ]);
    waitFor(14);
    expect(await desk.signIn(right), 'the right one waits, too').toEqual(refused('wait', 1));
    for (let seconds = 15; seconds < 15 * 2 ** 9; seconds *= 2) {
      waitFor(seconds);
      expect(await desk.signIn(wrong)).toEqual(refused('wait', seconds * 2));
    }
    waitFor(15 * 2 ** 9);
    expect([desk.isLocked(), changes]).toEqual([false, 0]);
    expect(await desk.signIn(wrong)).toEqual(refused('staff-locked'));
    expect([desk.isLocked(), changes]).toEqual([true, 1]);
    waitFor(1e6);
    expect(await desk.signIn(right)).toEqual(refused('staff-locked'));
  });

  it('are forgotten after the right one', async () => {
    await tryWrong(4);
    expect(await desk.signIn(right)).toMatchObject({ ok: true });
    expect(await tryWrong(4)).toEqual(Array.from({ length: 4 }, () => refused('wrong-credentials')));
  });

  it('asked all at once get no more tries', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.signIn(wrong)));
    expect(answers.filter((answer) => !answer.ok && answer.reason.reason === 'wrong-credentials')).toHaveLength(4);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ wrong: 5 });
  });

  it('are on the disk before they are answered, and a restart neither forgets them nor shortens the wait', async () => {
    await tryWrong(5);
    waitFor(10);
    restart();
    expect(await desk.signIn(right)).toEqual(refused('wait', 15));
    waitFor(15);
    expect(await desk.signIn(right)).toMatchObject({ ok: true });
  });

  it('count when the plug is pulled while they are checked', async () => {
    where = 'there';
    const seen: unknown[] = [];
    hub.signIn.mockImplementation(() => {
      seen.push(JSON.parse(readFileSync(path, 'utf8')));
      return Promise.resolve(err({ reason: 'wrong-credentials', waitSeconds: null }));
    });
    await tryWrong(2);
    expect(seen).toEqual([{ wrong: 1 }, { wrong: 2 }]);
  });

  it('are remembered when their file is taken away, and lock when it was changed', async () => {
    await tryWrong(5);
    rmSync(path);
    restart();
    expect(await desk.signIn(right)).toEqual(refused('wait', 15));
    writeFileSync(path, '{"wrong": -3}');
    restart();
    expect(await desk.signIn(right)).toEqual(refused('staff-locked'));
    expect(desk.isLocked()).toBe(true);
  });

  it('are remembered when the cache is taken away', async () => {
    await tryWrong(5);
    desk.close();
    cache.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `cache.sqlite${suffix}`), { force: true });
    start();
    expect(await desk.signIn(right)).toEqual(refused('wait', 15));
  });

  it('lie in a file that only this user reads', async () => {
    await tryWrong(1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('that cannot be kept are not checked', async () => {
    desk.close();
    cache.close();
    path = join(folder, 'no', 'such', 'staff-lock.json');
    start();
    expect(await desk.signIn(right)).toEqual(refused('storage-failed'));
    expect(await desk.signIn(byBadge), 'a badge needs no count').toMatchObject({ ok: true });
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['a staff badge', () => desk.signIn(byBadge)],
    [
      'the hub',
      () => {
        desk.unlock();
        return Promise.resolve(null);
      },
    ],
  ])('locked are opened by %s', async (_, open) => {
    writeFileSync(path, '{"wrong": 15}');
    restart();
    expect(await desk.signIn(right)).toEqual(refused('staff-locked'));
    await open();
    expect(changes).toBe(1);
    restart();
    expect(await desk.signIn(right)).toMatchObject({ ok: true });
  });
});

describe('staff mode ends by itself', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('a minute after the last touch, and by nothing that the page says', async () => {
    await desk.signIn(byBadge);
    vi.advanceTimersByTime(59_000);
    expect(desk.touch()).toBe(true);
    vi.advanceTimersByTime(59_000);
    expect(desk.isSignedIn()).toBe(true);
    await desk.call({ name: 'kiosks', input: {} });
    vi.advanceTimersByTime(1000);
    expect(desk.isSignedIn(), 'a page that asks by itself is nobody’s touch').toBe(false);
    expect(desk.touch()).toBe(false);
    expect(desk.isSignedIn()).toBe(false);
  });
});

it('leaves neither PIN nor badge nor name in the log', async () => {
  await tryWrong(6);
  await desk.signIn(byBadge);
  desk.signOut();
  for (const secret of ['246810', '000000', badge, member.label]) expect(log).not.toContain(secret);
  expect(log).toContain('staff signed in');
});
