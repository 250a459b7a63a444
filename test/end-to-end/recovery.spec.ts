import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { v7 } from 'uuid';
import { createRegistration } from '../../electron/journal/test-records.ts';
import { deaths } from '../bench/recovery/deaths.ts';
import { openWatchedKiosk, type WatchedKiosk } from '../bench/recovery/watched-kiosk.ts';
import { createStarters } from '../bench/start/starters.ts';
import { expect, test } from './kiosk-test.ts';

test.skip(process.platform !== 'linux', 'processes are found in /proc');
// One after the other: two kiosks that start at once are slow enough to be taken for dead.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let work: string;
let kiosk: WatchedKiosk | null = null;

async function open(flags: readonly string[]): Promise<WatchedKiosk> {
  work = mkdtempSync(join(tmpdir(), 'foyer-recovery-'));
  const starter = createStarters(work, { screen: { width: 540, height: 960 } });
  kiosk = await openWatchedKiosk(starter.kiosk(join(work, 'data'), flags));
  return kiosk;
}
test.afterEach(async () => {
  await kiosk?.close();
  kiosk = null;
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

/** As the form does it. */
async function register(kiosk: WatchedKiosk): Promise<{ ok: boolean; value: { sequence: number } }> {
  await kiosk.call('beginVisit');
  const answer = await kiosk.call('register', { id: v7(), replaces: null, registration: createRegistration() });
  await kiosk.call('endVisit');
  return answer as { ok: boolean; value: { sequence: number } };
}

test('whatever kills the page, it is back, and neither journal nor uplink noticed', async ({ shell }) => {
  test.skip(shell !== 'chromium', 'the deaths are of Chromium’s processes');
  const kiosk = await open([]);
  await kiosk.untilOnline();
  await kiosk.untilSettled();
  expect(await register(kiosk)).toMatchObject({ ok: true, value: { sequence: 1 } });
  // Three: the fourth death in a minute would show the resting page.
  const struck = deaths.filter(({ name }) => ['page killed', 'page stopped', 'GPU process killed'].includes(name));
  for (const [index, { name, strike }] of struck.entries()) {
    await test.step(name, async () => {
      const begin = performance.now();
      await strike(kiosk);
      await kiosk.untilTouchable();
      test.info().annotations.push({ type: name, description: `${Math.round(performance.now() - begin)} ms` });
      expect(await register(kiosk)).toMatchObject({ ok: true, value: { sequence: index + 2 } });
    });
  }
  await expect
    .poll(() => kiosk.call('status'), { timeout: 60_000 })
    .toMatchObject({ link: { state: 'online' }, recorded: 4, waiting: 0 });
  const restarts = kiosk.shell.host.output().match(/the page is opened again/gu) ?? [];
  expect(restarts.length).toBeGreaterThanOrEqual(2);
});

test('the fourth death in a minute shows the resting page, which needs no host to be read', async ({ shell }) => {
  test.skip(shell !== 'chromium', 'the deaths are of Chromium’s processes');
  const kiosk = await open(['--hub', 'none']);
  let browser = await nextBrowser(kiosk, 0);
  for (let death = 0; death < 4; death += 1) {
    process.kill(browser, 'SIGKILL');
    browser = await nextBrowser(kiosk, browser);
  }
  await expect
    .poll(() => kiosk.inPage((page) => Promise.resolve(page.url())).catch(() => ''), { timeout: 60_000 })
    .toMatch(/\/resting\.html$/u);
  const words = await kiosk.inPage((page) => page.locator('main').innerText());
  expect(words).toContain('Please use the next kiosk');
  expect(words).toContain('請使用旁邊的另一部機');
  expect(words).toContain('请使用旁边的另一台机器');
  await kiosk.untilTouchable();
});

/** The browser's process, once there is another than before, with a page and a GPU process. */
async function nextBrowser(kiosk: WatchedKiosk, before: number): Promise<number> {
  let found = before;
  const look = () => {
    try {
      found = kiosk.findProcesses().browser;
    } catch {
      // Not all are there yet.
    }
    return found;
  };
  await expect.poll(look, { timeout: 60_000 }).not.toBe(before);
  return found;
}
