import { setTimeout as wait } from 'node:timers/promises';
import { compare, listWindows, takePicture, type Picture, type Rectangle } from './screen.ts';
import type { Session } from './session.ts';

/** The attract screen, as it was before anybody touched it. */
export interface Baseline {
  readonly picture: Picture;
  readonly windows: readonly Rectangle[];
  /** Process id. */
  readonly browser: number;
}

/** A caret or the pointer, and the ring around what has the focus, which keys bring up. */
const sameWithin = 0.012;
/** The page asks after five seconds and wipes after five more; the rest is for a machine that is busy. */
const returnsWithinMilliseconds = 30_000;
/** A page that died is given up by the watchdog after ten seconds at most, and has to load. */
const recoversWithinMilliseconds = 45_000;

export async function readBaseline(session: Session): Promise<Baseline> {
  const end = performance.now() + 60_000;
  let before = await takePicture(session.display);
  let equal = 0;
  while (performance.now() < end) {
    await wait(700);
    const picture = await takePicture(session.display);
    const browser = await readBrowser(session);
    equal = compare(before, picture) === 0 ? equal + 1 : 0;
    // The last fonts come late on a busy machine.
    if (browser !== null && equal >= 4 && isDrawn(picture)) {
      session.targets.takeStrange();
      return { picture, windows: await listWindows(session.display), browser };
    }
    before = picture;
  }
  throw new Error(`the kiosk did not come up:\n${session.output()}`);
}

/** The invitation stands on the attract screen, in the event's colour: not black, not a blank page. */
function isDrawn({ data }: Picture): boolean {
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 400) colours.add(data.readUInt32BE(at - (at % 4)));
  return colours.size > 8;
}

async function readBrowser({ targets }: Session): Promise<number | null> {
  return (await targets.listProcesses()).find(({ type }) => type === 'browser')?.id ?? null;
}

export interface Verdict {
  /** Null: it stayed the kiosk. */
  readonly exit: string | null;
  /** Until the attract screen was back. */
  readonly seconds: number;
}

/** Whether what can be seen and counted from outside is the kiosk again, and was nothing else in between. */
export async function judge(
  session: Session,
  baseline: Baseline,
  { kills = false }: { kills?: boolean },
): Promise<Verdict> {
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 100) / 10;
  const end = start + (kills ? recoversWithinMilliseconds : returnsWithinMilliseconds);
  let reason: string | null = null;
  for (;;) {
    const strange = session.targets.takeStrange();
    if (!kills && strange.length > 0) reason ??= strange.join('; ');
    const windows = await listWindows(session.display);
    const difference = compare(baseline.picture, await takePicture(session.display));
    const isSame = difference <= sameWithin && windows.length === baseline.windows.length;
    if (isSame && reason === null) {
      const browser = await readBrowser(session);
      if (!kills && browser !== baseline.browser) reason = 'the browser was closed and opened again';
      else if (browser !== null && session.targets.pages().length === 1) return { exit: null, seconds: seconds() };
    }
    if (reason !== null) return { exit: reason, seconds: seconds() };
    if (performance.now() > end) {
      const pages = session.targets.pages().map(([, url]) => url);
      const seen = `${Math.round(difference * 100)} % of the picture, ${windows.length} windows of ${baseline.windows.length}, pages: ${pages.join(', ')}`;
      return { exit: `the kiosk did not come back (${seen})`, seconds: seconds() };
    }
    await wait(300);
  }
}
