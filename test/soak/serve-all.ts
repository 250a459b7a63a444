import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { askHost } from '../end-to-end/ask-host.ts';
import { readHubRecords } from '../faults/harness/hub-records.ts';
import { killRenderers } from '../faults/harness/kill-renderers.ts';
import { createLedger, type Judgement } from '../faults/harness/ledger.ts';
import type { Random } from '../faults/harness/random.ts';
import { nameCheckIns, watchRegistering } from '../faults/harness/watch-registering.ts';
import { createKnownVisitor } from '../faults/secrets/known-visitors.ts';
import { waitForAttract } from '../journeys/visit.ts';
import { createHistogram, type Histogram } from './histogram.ts';
import { measure, sizeOf, type Sample } from './measure.ts';
import { leapAhead, watchFrames } from './page-recorder.ts';
import type { Plan, PlannedFault, PlannedVisit } from './plan.ts';
import { beginFault, endFault, type FaultName } from './trouble.ts';
import { openVenue } from './venue.ts';
import { serve, type Ended } from './visits.ts';

interface Serving {
  readonly plan: Plan;
  readonly minutes: number;
  readonly folder: string;
  /** Visitors between two measurements. */
  readonly measureEvery: number;
  readonly random: Random;
  readonly say: (progress: string) => void;
}

export interface Recovery {
  readonly fault: FaultName;
  /** Before the visitor of this number. */
  readonly at: number;
  /** From the end of the fault until the next visitor was served whole, with a sheet; null: nobody could be. */
  readonly seconds: number | null;
}

/** What one kiosk went through. */
export interface Served {
  readonly samples: readonly Sample[];
  readonly frames: Histogram;
  readonly registering: Histogram;
  readonly recoveries: readonly Recovery[];
  /** Visits that did not end as they must, outside of any fault and within one. */
  readonly spoiled: readonly string[];
  /** What could only be ended by starting the host again. */
  readonly restarts: readonly string[];
  readonly judgement: Judgement;
  /** By which the journal on disk has grown. */
  readonly journalBytes: number;
  /** Megabytes of the page's process in the end, when nothing but the kiosk is in it. */
  readonly atRest: number;
  /** What the kiosk could not send in the end; null: nothing. */
  readonly left: string | null;
}

/** The frames of each fifth visit are counted. */
const framesOfEach = 5;
const idle = { warn: 45, wipe: 15 };
/** A kiosk whose page has died is there again; a printer that has paper again prints. */
const recoveryLimit = { window: 30_000, sheet: 60_000 };
/** After the last fault a queue is empty within the longest pause between two tries, and a moment. */
const settleMilliseconds = 100_000;

/** Serves everyone, lets happen what is planned, and looks at it. */
export async function serveAll(serving: Serving): Promise<Served> {
  const { plan, minutes, random, say, measureEvery } = serving;
  const ledger = createLedger();
  const venue = await openVenue({
    ...serving,
    async onPage(page) {
      await watchRegistering(page, ledger);
    },
  });
  const { kiosk, around, staff, dataFolder } = venue;
  const samples: Sample[] = [];
  const frames = createHistogram();
  const registering = createHistogram();
  const recoveries: Recovery[] = [];
  const spoiled: string[] = [];
  const restarts: string[] = [];
  const journalBefore = sizeOf(join(dataFolder, 'journal.sqlite'));
  let born = 0;
  const began = performance.now();

  async function takeRecord(): Promise<void> {
    const record = await kiosk.takeRecord();
    ({ born } = record);
    frames.add(record.frames);
    registering.add(record.registering);
  }

  async function look(visitors: number): Promise<void> {
    await takeRecord();
    samples.push({
      at: Math.round(performance.now() - began),
      visitors,
      born,
      pid: kiosk.shell.host.process.pid ?? 0,
      ...(await measure({ shell: kiosk.shell, page: kiosk.held.page, dataFolder })),
    });
  }

  const visitOf = (planned: PlannedVisit) => ({ ...planned, page: kiosk.held.page, staff, idle });

  async function serveOne(planned: PlannedVisit, during: FaultName | null): Promise<Ended> {
    try {
      const ended = await serve(visitOf(planned));
      const mustPrint = during === null || (!during.startsWith('printer') && during !== 'out of paper');
      if (mustPrint && ended !== null && ended !== 'printed') {
        spoiled.push(`${planned.kind} during ${during ?? 'nothing'}: the sheet ended as ${ended}`);
      }
      return ended;
    } catch (error) {
      spoiled.push(`${planned.kind} during ${during ?? 'nothing'}: ${firstLine(error)}`);
      await returnToVisitors(planned.kind);
      return null;
    }
  }

  /** Whoever cannot go on leaves, and the kiosk wipes what they left, or has another window soon. */
  async function returnToVisitors(what: string): Promise<void> {
    try {
      await returnToAttract(kiosk.held.page).catch(() => kiosk.waitForWindow(recoveryLimit.window));
    } catch {
      await restart(what);
    }
  }

  async function restart(what: string): Promise<void> {
    restarts.push(`${what}, after ${samples.at(-1)?.visitors ?? 0} visitors`);
    say(`NOT RECOVERED after ${what}: started again by hand`);
    await kiosk.restart();
  }

  /** Serves walk-ins until one has their badge. */
  async function recover(fault: PlannedFault): Promise<void> {
    const ended = performance.now();
    let seconds: number | null = null;
    try {
      while (seconds === null && performance.now() - ended < recoveryLimit.sheet) {
        const next: PlannedVisit = { kind: 'walk-in', visitor: createKnownVisitor(random), ticket: '' };
        const state = await serve(visitOf(next));
        if (state === 'printed') seconds = Math.round((performance.now() - ended) / 100) / 10;
      }
    } catch (error) {
      spoiled.push(`after ${fault.name}: ${firstLine(error)}`);
      await returnToVisitors(fault.name);
    }
    recoveries.push({ fault: fault.name, at: fault.at, seconds });
    say(`${fault.at} ${fault.name}: ${seconds === null ? 'NOT RECOVERED' : `served again after ${seconds} s`}`);
  }

  async function killPage(planned: PlannedVisit): Promise<void> {
    await takeRecord();
    const visit = serve(visitOf(planned)).catch(() => null);
    await wait(random.fraction() * 1500);
    await killRenderers(kiosk.held.page.context());
    await visit;
    await kiosk.waitForWindow(recoveryLimit.window).catch(() => restart('page killed'));
  }

  async function serveVisitors(): Promise<void> {
    await waitForTickets(kiosk.held.page, plan);
    say(`${plan.visits.length} visitors, ${plan.faults.length} faults; the kiosk has its tickets`);
    await look(0);
    let current: PlannedFault | null = null;
    for (const [number, planned] of plan.visits.entries()) {
      const due = began + (number / plan.visits.length) * minutes * 60_000;
      if (performance.now() < due) await wait(due - performance.now());
      if (current !== null && number >= current.at + current.lasts) {
        const over: PlannedFault = current;
        current = null;
        if (over.name !== 'page killed') await endFault(over.name, around);
        await recover(over);
      }
      const begins = plan.faults.find(({ at }) => at === number);
      if (begins?.name === 'page killed') {
        current = begins;
        await killPage(planned);
        continue;
      }
      if (begins !== undefined) {
        current = begins;
        await beginFault(begins.name, around);
      }
      const isWatched = number % framesOfEach === 0 && current === null;
      if (isWatched) await watchFrames(kiosk.held.page, true);
      await serveOne(planned, current?.name ?? null);
      if (isWatched) await watchFrames(kiosk.held.page, false);
      const served = number + 1;
      if (served - (samples.at(-1)?.visitors ?? 0) >= measureEvery && current === null) {
        await look(served);
        const { pageHeap, hostHeap, renderer, host } = samples.at(-1) ?? {
          pageHeap: 0,
          hostHeap: 0,
          renderer: 0,
          host: 0,
        };
        say(
          `${served} visitors in ${((performance.now() - began) / 60_000).toFixed(1)} min: page ${pageHeap.toFixed(2)} MB (${renderer.toFixed(0)}), host ${hostHeap.toFixed(2)} MB (${host.toFixed(0)})`,
        );
      }
    }
    if (current !== null) {
      if (current.name !== 'page killed') await endFault(current.name, around);
      await recover(current);
    }
    await look(plan.visits.length);
  }

  let served: Omit<Served, 'journalBytes'>;
  try {
    let left: string | null;
    try {
      await serveVisitors();
      left = await waitUntilSent(kiosk.held.page);
    } catch (error) {
      // What was seen until then is worth its report.
      left = `the run ended early: ${firstLine(error)}`;
      say(left);
    }
    const found = nameCheckIns(await readHubRecords(venue.database), ledger);
    const atRest = await kiosk.measureAtRest().catch(() => NaN);
    served = {
      atRest,
      samples,
      frames,
      registering,
      recoveries,
      spoiled,
      restarts,
      judgement: ledger.judge(found),
      left,
    };
  } finally {
    await venue.close();
  }
  // A journal that is closed has taken in its log.
  return { ...served, journalBytes: sizeOf(join(dataFolder, 'journal.sqlite')) - journalBefore };
}

function firstLine(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.split('\n')[0] ?? words;
}

/** As the idle wipe brings it, for whom nobody waits. */
async function returnToAttract(page: Page): Promise<void> {
  await leapAhead(page, idle.warn + idle.wipe + 1);
  await waitForAttract(page);
}

async function waitForTickets(page: Page, { visits }: Plan): Promise<void> {
  const tickets = visits.filter(({ ticket }) => ticket !== '').length;
  const end = performance.now() + 60_000 + tickets * 1000;
  for (;;) {
    const { catalogue } = await askHost<{ catalogue: { attendees: number } }>(page, 'status');
    if (catalogue.attendees >= tickets) return;
    if (performance.now() > end) throw new Error('the tickets did not reach the kiosk');
    await wait(200);
  }
}

/** @returns what is left, in words */
async function waitUntilSent(page: Page): Promise<string | null> {
  const end = performance.now() + settleMilliseconds;
  for (;;) {
    const { waiting, deadLetters } = await askHost<{ waiting: number; deadLetters: readonly unknown[] }>(
      page,
      'status',
    );
    if (waiting === 0) return deadLetters.length === 0 ? null : `${deadLetters.length} dead letters`;
    if (performance.now() > end) return `${waiting} still waiting`;
    await wait(200);
  }
}
