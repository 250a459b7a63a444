import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import process from 'node:process';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import type { JourneyStep } from './journey.ts';
import type { NestedSession } from './nested-session.ts';

/**
 * Share of points that may look otherwise: time, claim code, pointer and the moving line of the first screen. One screen differs from the
 * next in 0.03 or more.
 */
const tolerance = 0.015;
/** Of 255, between two shades. */
const visible = 48;
const patienceMilliseconds = 60_000;

const run = promisify(execFile);

type Screen = Pick<NestedSession, 'display' | 'hasDied'>;

/** As xdotool does it: a real pointer at the X server, no event that a program makes up. */
export async function tap(display: string, { x, y }: { x: number; y: number }): Promise<void> {
  const args = ['mousemove', String(x), String(y), 'click', '1', 'mousemove', '0', '0'];
  await run('xdotool', args, { env: { ...process.env, DISPLAY: display } });
}

/** As a scanner types: a few milliseconds between the keys, Enter at the end. */
async function scan(display: string, code: string): Promise<void> {
  await run('xdotool', ['mousemove', '500', '300', 'type', '--delay', '8', `${code}\n`], {
    env: { ...process.env, DISPLAY: display },
  });
}

/** Waits until the screen looks like a picture. @throws with both kept in `kept` when it does not */
async function waitForPicture(
  { display, hasDied }: Screen,
  { picture, kept, patience = patienceMilliseconds }: { picture: string; kept: string; patience?: number },
): Promise<void> {
  const wanted = PNG.sync.read(readFileSync(picture));
  const deadline = performance.now() + patience;
  for (;;) {
    const seen = await takePicture(display);
    const difference = compare(wanted, PNG.sync.read(seen));
    if (difference <= tolerance) {
      writeFileSync(join(kept, `seen-${basename(picture)}`), seen);
      return;
    }
    if (hasDied() || performance.now() > deadline) {
      writeFileSync(join(kept, `seen-${basename(picture)}`), seen);
      copyFileSync(picture, join(kept, `wanted-${basename(picture)}`));
      const share = (difference * 100).toFixed(1);
      const why = hasDied() ? 'The session has ended' : `${share} % of it differ`;
      throw new Error(`The screen is not ${basename(picture)}. ${why}. Both pictures are kept.`);
    }
    await wait(100);
  }
}

/** A busy machine may be too slow for a scanner's keys, and then a person scans again. */
export async function scanUntil(
  session: Screen,
  { code, picture, kept }: { code: string; picture: string; kept: string },
): Promise<void> {
  for (let left = 5; ; left -= 1) {
    await scan(session.display, code);
    try {
      await waitForPicture(session, { picture, kept, patience: 12_000 });
      return;
    } catch (error) {
      if (left === 0 || session.hasDied()) throw error;
    }
  }
}

export async function follow(
  session: Screen,
  { steps, pictures, kept }: { steps: readonly JourneyStep[]; pictures: string; kept: string },
): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'tap') await tap(session.display, step);
    else await waitForPicture(session, { picture: join(pictures, step.picture), kept });
  }
}

async function takePicture(display: string): Promise<Buffer> {
  const args = ['-display', display, '-window', 'root', 'png:-'];
  const { stdout } = await run('import', args, { encoding: 'buffer', maxBuffer: 32 * 1024 * 1024 });
  return stdout;
}

/** @returns from 0, the same, to 1 */
function compare(one: PNG, other: PNG): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let different = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const isDifferent = [0, 1, 2].some(
      (channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > visible,
    );
    if (isDifferent) different += 1;
  }
  return different / (one.width * one.height);
}
