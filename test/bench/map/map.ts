import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FloorPlan } from '../../../domain/floor-plan.ts';
import { launchChromium } from '../../documents/print-page.ts';
import { openKiosk, portrait } from '../../end-to-end/open-kiosk.ts';
import { startVisit, waitForAttract } from '../../journeys/visit.ts';
import { wordsOf } from '../../journeys/words.ts';
import type { Benchmark, Figure } from '../harness/benchmark.ts';
import { installToolkit } from '../harness/page-toolkit.ts';
import { servePage } from '../harness/serve-page.ts';
import { drawManyStands, packHall, readFairHall, readSamplePlan } from './halls.ts';
import { measurePanning, timeOpening } from './time-map.ts';

const openings = 8;
const drags = 5;
const manyStands = 2000;

interface MapTimes {
  /** Milliseconds. */
  readonly painted: number[];
  /** Frames a second. */
  readonly panned: number[];
}

export const map: Benchmark = {
  name: 'map',
  about: `painted: from the press on "Map" to the frame after the plan is there, ${openings} times. panned: frames a second in which it had moved
while a mouse drags it, nearer than the whole hall. The sample event's plan, gamescom's hall 7.1 (real data; skipped where they
are not), and a hall of ${manyStands} stands. Peer: the same stands in the same browser with an element and a label for each, drawn anew by
React with every move.`,
  async measure(say, skip) {
    const fair = readFairHall();
    if (!fair) skip('gamescom, hall 7.1', 'the real data are not on this machine');
    const halls: (readonly [name: string, plan: FloorPlan])[] = [
      ['sample plan', readSamplePlan()],
      ...(fair ? [['gamescom hall 7.1', fair] as const] : []),
      [`${manyStands} stands`, drawManyStands(manyStands)],
    ];
    const figures: Figure[] = [];
    for (const [name, plan] of halls) {
      const ours = await measureKiosk(plan);
      say(`${name}: kiosk`);
      const naive = await measureNaive(plan);
      say(`${name}: peer`);
      const peer = (values: number[]) => ({ name: 'React, naive', values });
      figures.push(
        { name: `painted, ${name}`, unit: 'ms', values: ours.painted, peer: peer(naive.painted) },
        { name: `panned, ${name}`, unit: 'frames/s', values: ours.panned, peer: peer(naive.panned) },
      );
    }
    return figures;
  },
};

async function measureKiosk(plan: FloorPlan): Promise<MapTimes> {
  const pack = packHall(plan);
  const flags = ['--event', pack, '--idle-warn-after-seconds', '3600'];
  const kiosk = await openKiosk({ shell: 'chromium', flags });
  try {
    const { page } = kiosk;
    const { home, footer, hall } = wordsOf('en');
    await waitForAttract(page);
    await installToolkit(page);
    await startVisit(page, 'en');
    const painted: number[] = [];
    // The first is a warm-up: it loads what a visitor before has loaded.
    for (let time = 0; time <= openings; time += 1) {
      const took = await timeOpening(page, {
        opener: `main button:has-text("${home.map}")`,
        shown: '.plan .plan-stand',
      });
      if (time > 0) painted.push(took);
      if (time < openings) await page.getByRole('button', { name: footer.back, exact: true }).click();
    }
    for (let times = 0; times < 2; times += 1)
      await page.getByRole('button', { name: hall.zoomIn, exact: true }).click();
    const panned: number[] = [];
    for (let time = 0; time < drags; time += 1) panned.push(await measurePanning(page, '.plan-sheet'));
    return { painted, panned };
  } finally {
    await kiosk.close();
    rmSync(pack, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureNaive(plan: FloorPlan): Promise<MapTimes> {
  const server = await servePage(join(import.meta.dirname, 'page'), new Map([['/plan', JSON.stringify(plan)]]));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: portrait });
    await page.goto(server.address);
    await page.getByRole('button').waitFor();
    await installToolkit(page);
    const painted: number[] = [];
    for (let time = 0; time <= openings; time += 1) {
      const took = await timeOpening(page, { opener: 'button', shown: '.naive path' });
      if (time > 0) painted.push(took);
      if (time < openings) await page.getByRole('button', { name: 'Back' }).click();
    }
    const panned: number[] = [];
    for (let time = 0; time < drags; time += 1) panned.push(await measurePanning(page, '.naive'));
    return { painted, panned };
  } finally {
    await browser.close();
    await server.close();
  }
}
