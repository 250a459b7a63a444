import { describe, expect, it } from 'vitest';
import { findMount, judgeMount } from '../machine/mounts.ts';
import type { PageFindings } from '../page/page-findings.ts';
import type { PowerCut } from '../rehearsal/cut-power.ts';
import { checkClock } from './check-clock.ts';
import { checkDisk } from './check-disk.ts';
import { checkEnrolment, type Standing } from './check-enrolment.ts';
import { checkHub } from './check-hub.ts';
import { checkLockDown } from './check-lock-down.ts';
import { checkNetworkCut } from './check-network-cut.ts';
import { checkPowerCut } from './check-power-cut.ts';
import { checkVersions } from './check-versions.ts';
import { examined, verdict } from './examined.fixture.ts';

describe('versions', () => {
  const facts: Parameters<typeof checkVersions>[0] = {
    ...{ foyer: '0.9.1', node: '24.21.0', shell: 'chromium', system: 'Debian' },
    browser: () => Promise.resolve('Mozilla/5.0 Chrome/156.0.1.2 Safari'),
    journal: () => ({ found: 3, known: 3 }),
    hub: () => Promise.resolve('0.9.1'),
  };
  const check = (changes: Partial<typeof facts>) => verdict(checkVersions({ ...facts, ...changes }));

  it('fit together, or say which does not', async () => {
    expect((await examined(checkVersions(facts))).facts).toMatchObject({ browser: '156.0.1.2', journal: 3 });
    expect(await check({ journal: () => null, hub: () => Promise.resolve(null) })).toBe('green');
    expect(await check({ journal: () => ({ found: 4, known: 3 }) })).toBe('red doctor-journal-newer');
    expect(await check({ journal: () => 'unreadable' })).toBe('red doctor-journal-unreadable');
    expect(await check({ hub: () => Promise.resolve('0.10.0') })).toBe('amber doctor-hub-newer');
  });
});

describe('clock', () => {
  const now = Date.UTC(2025, 4, 30, 2);
  const check = (parts: { off?: number | null; machine?: string; synchronised?: boolean | null }) =>
    verdict(
      checkClock({
        now: () => now,
        askHub: () =>
          Promise.resolve(parts.off == null ? null : { at: now - 500 - parts.off * 1000, tookMilliseconds: 0 }),
        zones: { machine: parts.machine ?? 'Asia/Hong_Kong', event: 'Asia/Hong_Kong' },
        isSynchronised: () => Promise.resolve(parts.synchronised ?? null),
      }),
    );

  it('is compared with the hub’s', async () => {
    expect(await check({ off: 0 })).toBe('green');
    expect(await check({ off: 59 })).toBe('green');
    expect(await check({ off: -90 })).toBe('amber doctor-clock-wrong');
    expect(await check({ off: 86_400 })).toBe('red doctor-clock-wrong');
  });

  it('without a hub is as good as the network’s time, and otherwise unproved', async () => {
    expect(await check({ off: null, synchronised: true })).toBe('green');
    expect(await check({ off: null, synchronised: false })).toBe('amber doctor-clock-unproved');
  });

  it('may call its zone otherwise, as long as the hands agree', async () => {
    expect(await check({ off: 0, machine: 'Asia/Shanghai' })).toBe('green');
    expect(await check({ off: 0, machine: 'UTC' })).toBe('amber doctor-time-zone');
  });
});

describe('disk', () => {
  const gigabyte = 2 ** 30;
  const check = ({ free = 50 * gigabyte, wait = 2, fails = '' }) => {
    let time = 0;
    const writeThrough = () => {
      time += wait;
      return fails === '' ? Promise.resolve() : Promise.reject(Object.assign(new Error(fails), { code: fails }));
    };
    return verdict(checkDisk({ freeBytes: () => Promise.resolve(free), writeThrough, clock: () => time }));
  };

  it.each([
    ['has room and is fast', {}, 'green'],
    ['is nearly full', { free: gigabyte / 2 }, 'amber doctor-disk-low'],
    ['is full', { free: gigabyte / 16 }, 'red doctor-disk-full'],
    ['takes nothing more', { fails: 'ENOSPC' }, 'red doctor-disk-full'],
    ['was made read-only', { fails: 'EROFS' }, 'red doctor-disk-read-only'],
    ['is somebody else’s', { fails: 'EACCES' }, 'red doctor-disk-refuses'],
    ['is slow', { wait: 400 }, 'amber doctor-disk-slow'],
    ['is worn out', { wait: 3000 }, 'red doctor-disk-slow'],
  ])('%s', async (_, parts, expected) => {
    expect(await check(parts)).toBe(expected);
  });
});

const mountinfo = `22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:25 / /dev/shm rw,nosuid,nodev - tmpfs tmpfs rw,inode64
31 22 0:26 / /var/lib/foyer rw,relatime - ext4 /dev/sdb1 rw,nobarrier
32 22 0:27 / /mnt/a\\040disk rw - ext4 /dev/sdc1 rw,data=writeback
33 22 0:28 / /srv rw - nfs4 nas:/srv rw
34 22 0:29 / /opt/x rw - fuseblk /dev/sdd1 rw
35 22 0:30 / /twice rw - tmpfs none rw
36 22 0:31 / /twice rw - btrfs /dev/sde rw,ssd`;

it.each([
  ['/home/kiosk', 'keeps'],
  ['/dev/shm/foyer', 'forgets'],
  ['/dev/shmfoyer', 'keeps'],
  ['/var/lib/foyer', 'forgets'],
  ['/mnt/a disk/data', 'forgets'],
  ['/srv/data', 'unsure'],
  ['/opt/x', 'unsure'],
  ['/twice/data', 'keeps'],
])('what lies in %s a power cut %s', (path, expected) => {
  const mount = findMount(mountinfo, path);
  expect(mount === null ? null : judgeMount(mount)).toBe(expected);
});

describe('power cut', () => {
  const well: PowerCut = { promised: 45, lost: 0, isWhole: true, milliseconds: 4, refusal: null };
  const check = (changes: Partial<PowerCut>, path = '/home') =>
    verdict(
      checkPowerCut({ mount: findMount(mountinfo, path), cutPower: () => Promise.resolve({ ...well, ...changes }) }),
    );

  it('is survived, or records were lost, or the disk would lose them', async () => {
    expect(await check({})).toBe('green');
    expect(await check({ lost: 1 })).toBe('red doctor-records-lost');
    expect(await check({ isWhole: false })).toBe('red doctor-records-lost');
    expect(await check({ promised: 3, refusal: 'journal-failed' })).toBe('red doctor-rehearsal-failed');
    expect(await check({}, '/dev/shm')).toBe('red doctor-disk-forgets');
    expect(await check({}, '/srv')).toBe('amber doctor-disk-unsure');
  });
});

it('network cut: each record arrives once, or it is red', async () => {
  const check = (promised: number, arrived: number) =>
    verdict(checkNetworkCut(() => Promise.resolve({ promised, arrived, milliseconds: 300 })));
  expect(await check(3, 3)).toBe('green');
  expect(await check(3, 2)).toBe('red doctor-record-not-sent');
  expect(await check(3, 4)).toBe('red doctor-record-not-sent');
  expect(await check(0, 0)).toBe('red doctor-rehearsal-failed');
});

describe('hub', () => {
  const there = { kind: 'there', isReady: true, milliseconds: 5, at: null, version: '0.1.0' } as const;
  const check = (answer: Awaited<ReturnType<Parameters<typeof checkHub>[0]['ask']>>, hasEvent = true) =>
    verdict(checkHub({ kind: 'enrolled', ask: () => Promise.resolve(answer), hasEvent }));

  it('answers, or says what is wrong', async () => {
    expect(await check(there)).toBe('green');
    expect(await check({ ...there, milliseconds: 900 })).toBe('amber doctor-hub-slow');
    expect(await check({ ...there, isReady: false })).toBe('amber doctor-hub-not-ready');
    expect(await check({ kind: 'other-key' })).toBe('red doctor-hub-other-key');
  });

  it('may be away as long as the kiosk has the event', async () => {
    expect(await check({ kind: 'away' })).toBe('amber doctor-hub-away');
    expect(await check({ kind: 'away' }, false)).toBe('red doctor-hub-away');
  });
});

describe('enrolment', () => {
  const event = { id: 'career-day', kiosks: [{ id: 'K1', place: 'kiosk-1' }] };
  const facts = {
    place: 'installed',
    kiosk: 'K1',
    kind: 'enrolled',
    isCertified: true,
    position: 'K1',
    event,
  } as const;
  const check = (changes: Partial<Parameters<typeof checkEnrolment>[0]>, standing: Standing = 'known') =>
    verdict(checkEnrolment({ ...facts, askStanding: () => Promise.resolve(standing), ...changes }));

  it('holds, at the hub and on the plan', async () => {
    expect(await check({})).toBe('green');
    expect(await check({}, null)).toBe('green');
    expect(await check({ kind: 'embedded', isCertified: false })).toBe('green');
    expect(await check({ position: 'K9' })).toBe('amber doctor-no-place');
    expect(await check({ event: null })).toBe('red doctor-no-event');
  });

  it('is broken, another’s, revoked or forgotten', async () => {
    expect(await check({ kind: 'unreadable' })).toBe('red doctor-enrolment-broken');
    expect(await check({ isCertified: false })).toBe('red doctor-certificate-wrong');
    expect(await check({}, 'kiosk-revoked')).toBe('red doctor-revoked');
    expect(await check({}, 'unknown-kiosk')).toBe('red doctor-kiosk-unknown');
  });
});

describe('lock-down', () => {
  const steps = (...states: string[]) =>
    JSON.stringify(states.map((state, at) => ({ step: `step-${String(at)}`, state, detail: '' })));
  const check = (output: string | null, changes: Partial<Parameters<typeof checkLockDown>[0]> = {}) =>
    checkLockDown({
      ...{ place: 'installed', runCheck: () => Promise.resolve(output), isRoot: false },
      page: () => Promise.resolve<Pick<PageFindings, 'hasSandbox'>>({ hasSandbox: true }),
      ...changes,
    });

  it('is done, or names the steps that are not', async () => {
    expect(await verdict(check(steps('done', 'done')))).toBe('green');
    const undone = await examined(check(steps('done', 'undone', 'unknown')));
    expect(undone).toMatchObject({
      state: 'red',
      advice: 'doctor-not-locked',
      facts: { done: 1, undone: 'step-1', unknown: 'step-2' },
    });
    expect(await verdict(check(steps('done', 'unknown')))).toBe('amber doctor-lock-unsure');
    expect(await verdict(check('[]'))).toBe('red doctor-not-locked');
  });

  it('is not believed where it cannot be read, and needs an ordinary user and the sandbox', async () => {
    expect(await verdict(check(null))).toBe('red doctor-lock-unread');
    expect(await verdict(check('sh: not found'))).toBe('red doctor-lock-unread');
    expect(await verdict(check(steps('done'), { isRoot: true }))).toBe('red doctor-as-root');
    const page = () => Promise.resolve({ hasSandbox: false });
    expect(await verdict(check(steps('done'), { page }))).toBe('red doctor-no-sandbox');
    expect(await verdict(check(null, { place: 'checkout' }))).toBe('skipped doctor-lock-not-here');
  });
});
