import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { JobOutcome, PrinterFault } from '../../domain/print-job.ts';
import type { Printer, PrintJob } from '../../electron/printing/printer.ts';
import { benches } from './benches.ts';
import { countSheets, createNumberedJob } from './numbered-job.ts';
import type { PrinterBench, SimulatedFault, SimulatedPrinter } from './printer-bench.ts';

// Nearly all of it is waiting for printers that do not answer.
vi.setConfig({ maxConcurrency: 40, testTimeout: 60_000 });

/** Within which the state must be right, in milliseconds. */
const promptly = 5_000;
/** In which a printer that was put right would begin to print what it was not asked for. */
const moment = 300;

const moments = ['before', 'in the middle', 'after'] as const;
type Moment = (typeof moments)[number];

/** What staff must be told of a fault that lasts. */
const named: Partial<Record<SimulatedFault, PrinterFault>> = {
  'paper-out': 'paper-out',
  'cover-open': 'cover-open',
  cutter: 'cutter',
  overheated: 'overheated',
  hung: 'hung',
  power: 'offline',
};

interface Scene {
  readonly simulated: SimulatedPrinter;
  readonly driver: Printer;
  readonly job: PrintJob;
}

async function withScene(bench: PrinterBench, play: (scene: Scene) => Promise<void>): Promise<void> {
  const simulated = await bench.start();
  const driver = simulated.openDriver();
  try {
    // Not the first of its process, which differs: it also cuts off what another process may have left.
    expect(await driver.print(createNumberedJob(simulated.media))).toEqual({ state: 'printed' });
    await play({ simulated, driver, job: createNumberedJob(simulated.media) });
  } finally {
    await simulated.close();
    await driver.close();
  }
}

/** Rows of the sheet that are out when the fault strikes. */
function rowsOut(moment: Moment, { height }: { height: number }): number {
  return moment === 'in the middle' ? Math.floor(height / 4) : height;
}

/** Waits until the sheet has ended or the status says what is the matter. */
async function untilTold(
  driver: Printer,
  { fault, ended }: { fault: PrinterFault; ended: Promise<unknown> },
): Promise<void> {
  const hasEnded = ended.then(() => true);
  while (!(await Promise.race([hasEnded, delay(20, false)]))) {
    if ((await driver.status()).faults.includes(fault)) return;
  }
}

/**
 * What is true whatever happened: nobody is told "printed" of what is not there, and nothing is there that nobody was told of.
 * @param mayBeCutLater all of its rows were out when the printer stopped: the cut before the next sheet frees a failed one whole
 */
function expectHonest({ simulated, job }: Scene, outcome: JobOutcome, mayBeCutLater = false): void {
  const count = countSheets(simulated.sheets(), job);
  switch (outcome.state) {
    case 'printed':
      expect(count).toBe(1);
      break;
    case 'failed':
      expect(count).toBeLessThanOrEqual(mayBeCutLater ? 1 : 0);
      break;
    case 'unknown':
      expect(count).toBeLessThanOrEqual(1);
      break;
    case 'cancelled':
      expect.unreachable('nobody cancelled it');
  }
}

/** Put right, it does nothing by itself, and the next sheet is one whole sheet. */
async function expectMended(scene: Scene, outcome: JobOutcome, isAllOut: boolean): Promise<void> {
  const { simulated, driver, job } = scene;
  await simulated.mend();
  await delay(moment);
  expectHonest(scene, outcome);
  const next = createNumberedJob(simulated.media);
  expect(await driver.print(next)).toEqual({ state: 'printed' });
  expectHonest(scene, outcome, isAllOut);
  expect(countSheets(simulated.sheets(), next)).toBe(1);
  expect(countSheets(simulated.sheets().slice(-1), next)).toBe(1);
  expect(countSheets(simulated.sheets(), job)).toBeLessThanOrEqual(1);
  expect(simulated.unknown()).toBe(0);
}

describe.each(benches)('$dialect', (bench) => {
  const cases = bench.faults.flatMap((fault) => moments.map((moment) => [fault, moment] as const));

  it.concurrent.each(cases)('%s %s: the state is right, nothing comes twice', async (fault, moment) => {
    await withScene(bench, async (scene) => {
      const { simulated, driver, job } = scene;
      const told = named[fault];
      if (moment === 'before') simulated.strike(fault);
      else simulated.strike(fault, { afterRows: rowsOut(moment, job.raster) });
      const began = performance.now();
      const ended = driver.print(job);
      if (told === undefined) await ended;
      else await untilTold(driver, { fault: told, ended });
      const milliseconds = performance.now() - began;
      if (told !== undefined) expect((await driver.status()).faults).toContain(told);
      if (fault !== 'late') expect(milliseconds).toBeLessThan(promptly);
      // A hot head is waited for: it may cool down now.
      if (fault === 'overheated') await simulated.mend();

      const outcome = await ended;
      expectHonest(scene, outcome);
      if (fault === 'lies' && moment !== 'after') expect(outcome.state).not.toBe('printed');
      // One that tells of its heat only when it is to print goes on once it is cool.
      const hasCooled = fault === 'overheated' && outcome.state === 'printed';
      if (moment === 'before' && told !== undefined && fault !== 'cutter' && !hasCooled)
        expect(outcome).toEqual({ state: 'failed', fault: told, paper: 'blank' });
      await expectMended(scene, outcome, moment === 'after' || fault === 'cutter');
    });
  });

  it.concurrent('two kiosks, one printer: both sheets come out', async () => {
    const simulated = await bench.start();
    const kiosks = [simulated.openDriver({ isShared: true }), simulated.openDriver({ isShared: true })];
    try {
      const jobs = Array.from({ length: 6 }, () => createNumberedJob(simulated.media));
      const outcomes = await Promise.all(
        kiosks.map(async (kiosk, index) => {
          const own: JobOutcome[] = [];
          for (const job of jobs.filter((_, at) => at % 2 === index)) own.push(await kiosk.print(job));
          return own;
        }),
      );
      expect(outcomes.flat()).toEqual(jobs.map(() => ({ state: 'printed' })));
      for (const job of jobs) expect(countSheets(simulated.sheets(), job)).toBe(1);
      expect(simulated.unknown()).toBe(0);
    } finally {
      await simulated.close();
      await Promise.all(kiosks.map((kiosk) => kiosk.close()));
    }
  });
});
