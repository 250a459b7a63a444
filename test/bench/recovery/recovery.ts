import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Benchmark, Figure } from '../harness/benchmark.ts';
import type { Starter } from '../start/open-shell.ts';
import { createStarters } from '../start/starters.ts';
import { deaths } from './deaths.ts';
import { openWatchedKiosk, type WatchedKiosk } from './watched-kiosk.ts';

const rounds = 3;

export const recovery: Benchmark = {
  name: 'recovery',
  about: `From each death until the attract screen is there to be touched and paints again; the hub's until the kiosk is online again.
Each page had settled (10 s). A stopped one and one in an endless loop count as hung after 5 s. The host is started again by a loop, as a service manager does it.
Without a display Chromium is headless. The kiosk's own hub runs beside it only where it is the one that dies.
Peer: a page with one button in a Chromium with the same arguments, killed, and started again by the same loop.`,
  async measure(say, skip) {
    if (process.platform !== 'linux') {
      skip('recovery', 'processes are found in /proc');
      return [];
    }
    const work = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
    const times = new Map<string, number[]>();
    const peer: number[] = [];
    const note = (name: string, value: number) => times.set(name, [...(times.get(name) ?? []), value]);
    try {
      const starters = createStarters(work);
      for (let round = 1; round <= rounds; round += 1) {
        const kiosk = (name: string, flags: readonly string[] = ['--hub', 'none']) =>
          starters.kiosk(join(work, `${name}-${round}`), flags);
        for (const { name, strike } of deaths) {
          note(name, await timeRecovery(kiosk(name.replaceAll(' ', '-')), strike));
        }
        note('host killed', await timeRestart(kiosk('host')));
        note('hub killed', await timeHub(kiosk('hub', [])));
        peer.push(await timeRestart(starters.blank(join(work, `blank-${round}`), '0')));
        say(`round ${round} of ${rounds}`);
      }
    } finally {
      rmSync(work, { recursive: true, force: true, maxRetries: 5 });
    }
    return Array.from(times, ([name, values]): Figure => ({
      name: `recovery, ${name}`,
      unit: 's',
      values,
      peer: { name: 'blank page in a loop', values: peer },
      goal: { atMost: 10, of: 'median' },
    }));
  },
};

/** Seconds. */
async function timeRecovery(starter: Starter, strike: (kiosk: WatchedKiosk) => Promise<void>): Promise<number> {
  const kiosk = await openWatchedKiosk(starter);
  try {
    await kiosk.untilSettled();
    const begin = performance.now();
    await strike(kiosk);
    await kiosk.untilTouchable();
    return (performance.now() - begin) / 1000;
  } finally {
    await kiosk.close();
  }
}

/** Seconds from the death of the program, by SIGKILL, through its next start. */
async function timeRestart(starter: Starter): Promise<number> {
  const first = await openWatchedKiosk(starter);
  const begin = performance.now();
  first.shell.host.process.kill('SIGKILL');
  const next = await openWatchedKiosk(starter);
  const seconds = (performance.now() - begin) / 1000;
  await next.close();
  return seconds;
}

/** Seconds until the kiosk has met its hub again; the screen stays. */
async function timeHub(starter: Starter): Promise<number> {
  const kiosk = await openWatchedKiosk(starter);
  try {
    await kiosk.untilOnline();
    const begin = performance.now();
    kiosk.killHub();
    await kiosk.untilOffline();
    await kiosk.untilOnline();
    return (performance.now() - begin) / 1000;
  } finally {
    await kiosk.close();
  }
}
