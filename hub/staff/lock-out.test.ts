import { expect, it } from 'vitest';
import { describeStores, must } from '../store/stores.fixture.ts';
import { createLockOut } from './lock-out.ts';

describeStores('a lock-out', (stores) => {
  const sources = ['staff 12', 'kiosk K1'];
  const clock = { elapsed: 0 };
  const elapsed = () => clock.elapsed;

  it('lets four be wrong, waits 15 s after the fifth, twice as long after each more, and locks after fifteen', async () => {
    const { staff } = await stores.open();
    const lockOut = createLockOut({ members: staff, elapsed });
    const waits: unknown[] = [];
    for (let wrong = 1; wrong <= 15; wrong += 1) {
      const locked = must(await lockOut.begin(sources));
      expect(locked).toEqual(wrong === 15 ? sources : []);
      const refused = await lockOut.begin(sources);
      if (wrong < 5) {
        // It was no refusal, so it was the next wrong one.
        expect(refused.ok).toBe(true);
        wrong += 1;
        continue;
      }
      expect(refused.ok).toBe(false);
      if (refused.ok || refused.reason === 'storage-failed') continue;
      waits.push(refused.reason.code === 'wait' ? refused.reason.seconds : refused.reason.code);
      if (refused.reason.code !== 'wait') continue;
      const { seconds } = refused.reason;
      clock.elapsed += seconds * 1000 - 1;
      expect(await lockOut.begin(sources)).toMatchObject({ ok: false, reason: { code: 'wait', seconds: 1 } });
      // A clock that somebody sets is not asked.
      stores.now += 365 * 86_400_000;
      expect(await lockOut.begin(sources)).toMatchObject({ ok: false, reason: { code: 'wait', seconds: 1 } });
      stores.now -= 2 * 365 * 86_400_000;
      expect(await lockOut.begin(sources)).toMatchObject({ ok: false, reason: { code: 'wait', seconds: 1 } });
      clock.elapsed += 1;
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 'staff-locked']);
    clock.elapsed += 1e12;
    expect(await lockOut.begin(['staff 12', 'kiosk K2'])).toMatchObject({ reason: { code: 'staff-locked' } });
    expect(await lockOut.begin(['staff 13', 'kiosk K1'])).toMatchObject({ reason: { code: 'staff-locked' } });
    expect((await lockOut.begin(['staff 13', 'kiosk K2'])).ok).toBe(true);
  });

  it('survives a restart, after which the wait begins anew with the start and not with the first try', async () => {
    const first = createLockOut({ members: (await stores.open()).staff, elapsed });
    for (let wrong = 1; wrong <= 5; wrong += 1) must(await first.begin(sources));
    clock.elapsed += 14_000;
    const second = createLockOut({ members: (await stores.open()).staff, elapsed });
    expect(await second.begin(sources)).toMatchObject({ reason: { code: 'wait', seconds: 15 } });
    const third = createLockOut({ members: (await stores.open()).staff, elapsed });
    clock.elapsed += 15_000;
    expect((await third.begin(sources)).ok).toBe(true);
  });

  it('is one for all processes of a database', async () => {
    const one = createLockOut({ members: (await stores.open()).staff, elapsed });
    const other = createLockOut({ members: (await stores.open()).staff, elapsed });
    must(await other.begin(['staff 99']));
    for (let wrong = 1; wrong <= 5; wrong += 1) must(await (wrong % 2 === 0 ? one : other).begin(sources));
    expect(await one.begin(sources)).toMatchObject({ reason: { code: 'wait' } });
    expect(await other.begin(sources)).toMatchObject({ reason: { code: 'wait' } });
  });

  it('counts all that try at once', async () => {
    const stood = await stores.open();
    const lockOut = createLockOut({ members: stood.staff, elapsed });
    const tries = await Promise.all(Array.from({ length: 30 }, () => lockOut.begin(sources)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(5);
    expect(must(await stood.staff.readTries())).toEqual(
      new Map([
        ['kiosk K1', 5],
        ['staff 12', 5],
      ]),
    );
  });

  it('begins with nothing after the right PIN', async () => {
    const { staff } = await stores.open();
    const lockOut = createLockOut({ members: staff, elapsed });
    for (let wrong = 1; wrong <= 5; wrong += 1) must(await lockOut.begin(sources));
    must(await staff.clearTries(sources));
    lockOut.forget(sources);
    for (let wrong = 1; wrong <= 5; wrong += 1) must(await lockOut.begin(sources));
    expect((await lockOut.begin(sources)).ok).toBe(false);
  });
});
