import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../../domain/print-job.ts';
import { createDriver, createJob, startDriver } from '../../../test/simulators/zpl/driver-bench.ts';
import type { ZplSimulator } from '../../../test/simulators/zpl/zpl-simulator.ts';
import type { Printer } from '../printer.ts';

let simulator: ZplSimulator;
let printer: Printer;
let stop: () => Promise<void>;

async function start(...options: Parameters<typeof startDriver>): Promise<void> {
  ({ simulator, printer, stop } = await startDriver(...options));
}

afterEach(() => stop());

const countWhole = (): number =>
  simulator.pieces.filter(({ isWhole, raster }) => isWhole && raster.height === 400).length;

/** The next job comes out whole on paper of its own, whatever was left by the one before. */
async function expectCleanSheet(): Promise<void> {
  const next = createJob();
  expect(await printer.print(next)).toEqual({ state: 'printed' });
  expect(simulator.pieces.at(-1)).toEqual({ raster: next.raster, isWhole: true });
  expect(simulator.paperPastCut().height).toBe(0);
  expect(simulator.counts).toMatchObject({ unknown: 0, brokenFields: 0 });
}

const lasting = ['paper-out', 'cover-open', 'cutter', 'overheated'] as const;

describe('before the first byte of a job', () => {
  it.each(lasting)(
    '%s is a failure, nothing moves, and the next job is printed once it is put right',
    async (fault) => {
      for (const lacks of [[], ['~HS in trouble']] as const) {
        await start({ lacks });
        simulator.strike(fault);
        expect((await printer.status()).faults).toEqual([fault]);
        expect(await printer.print(createJob())).toEqual({ state: 'failed', fault, paper: 'blank' });
        expect(simulator.counts.rows).toBe(0);
        // Paused still: nobody thought of the button.
        simulator.putRight();
        expect(simulator.isPaused).toBe(true);
        await expectCleanSheet();
        await stop();
      }
    },
  );

  it('a silent printer is hung, and says so within four seconds with the timeouts of kiosks', async () => {
    await start({}, { timeouts: { connect: 2_000, answer: 1_500, drain: 10_000, settle: 15_000, turn: 20_000 } });
    simulator.strike('hung');
    const began = performance.now();
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'hung', paper: 'blank' });
    expect(performance.now() - began).toBeLessThan(4_000);
    simulator.putRight();
    await expectCleanSheet();
    expect(countWhole()).toBe(1);
  });

  it('a printer that is not there is offline', async () => {
    await start();
    simulator.strike('power');
    expect(await printer.status()).toEqual({ faults: ['offline'], paperLow: false });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'offline', paper: 'blank' });
    simulator.putRight();
    await expectCleanSheet();
  });

  it('low paper is told and does not stop a job', async () => {
    await start();
    simulator.setPaperLow(true);
    expect(await printer.status()).toEqual({ faults: [], paperLow: true });
    await expectCleanSheet();
  });
});

describe('in the middle of a job', () => {
  it.each(lasting)('%s is a failure; nothing follows by itself; the next job has a clean sheet', async (fault) => {
    for (const lacks of [[], ['~HS in trouble'], ['~HQ', 'getvar']] as const) {
      // Without ~HQES nobody can know of the cutter.
      if (fault === 'cutter' && lacks.some((skill) => skill === '~HQ')) continue;
      await start({ lacks, millisecondsPerRow: 0.2 });
      simulator.strike(fault, { afterRows: 181 });
      expect(await printer.print(createJob())).toEqual({ state: 'failed', fault, paper: 'begun' });
      expect(countWhole()).toBe(0);
      simulator.putRight();
      if (simulator.isPaused) simulator.pressPause();
      await simulator.idle();
      expect(countWhole()).toBe(0);
      if (lacks.some((skill) => skill === 'getvar')) await stop();
      else {
        await expectCleanSheet();
        expect(countWhole()).toBe(1);
        await stop();
      }
    }
  });

  it('a cutter that jams at the cut is a failure', async () => {
    await start({ millisecondsPerRow: 0.2 });
    await expectCleanSheet();
    simulator.atRow(400, () => {
      simulator.strike('cutter');
    });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'cutter', paper: 'begun' });
    simulator.putRight();
    await expectCleanSheet();
  });

  it('a hot head that cools down is waited for', async () => {
    await start({ millisecondsPerRow: 0.2 });
    await expectCleanSheet();
    simulator.atRow(100, () => {
      simulator.strike('overheated');
      setTimeout(() => {
        simulator.putRight();
        simulator.pressPause();
      }, 500);
    });
    // `^JZN`: the label is broken off, and a person can tell.
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
  });

  it.each(['hung', 'reset', 'power', 'late', 'lies'] as const)(
    '%s leaves it unknown, and nothing follows',
    async (fault) => {
      await start({ millisecondsPerRow: 0.2 });
      await expectCleanSheet();
      simulator.strike(fault, { afterRows: 100 });
      const began = performance.now();
      expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
      expect(performance.now() - began).toBeLessThan(5_000);
      simulator.putRight();
      await simulator.idle();
      await expectCleanSheet();
      // The one that hung comes out when it wakes, which is what "unknown" says.
      expect(countWhole()).toBe(fault === 'hung' || fault === 'late' ? 3 : 2);
    },
  );

  it('an answer of the job before is not taken for the next', async () => {
    await start();
    await expectCleanSheet();
    simulator.atRow(399, () => {
      simulator.strike('late');
    });
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
    simulator.putRight();
    simulator.strike('lies');
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
  });

  it('the status is what the printer last said', async () => {
    await start({ millisecondsPerRow: 0.5 });
    const seen: Promise<unknown>[] = [];
    simulator.atRow(200, () => seen.push(printer.status()));
    await printer.print(createJob());
    expect(await Promise.all(seen)).toEqual([{ faults: [], paperLow: false }]);
    expect(simulator.counts.connections).toBe(1);
  });
});

describe('after a job', () => {
  it.each(['paper-out', 'cover-open'] as const)(
    '%s at once leaves it to a person, never to a second sheet',
    async (fault) => {
      await start();
      await expectCleanSheet();
      simulator.strike(fault, { afterRows: 400 });
      expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
      expect(countWhole()).toBe(2);
      simulator.putRight();
      await expectCleanSheet();
      expect(countWhole()).toBe(3);
    },
  );
});

it('two kiosks at one printer: neither is told "printed" of a sheet that a fault took', async () => {
  await start({ millisecondsPerRow: 0.3 }, { isShared: true });
  const other = createDriver(simulator, { isShared: true });
  simulator.strike('paper-out', { afterRows: 300 });
  const outcomes = await Promise.all([printer.print(createJob()), other.print(createJob())]);
  expect(outcomes).toEqual([
    { state: 'failed', fault: 'paper-out', paper: 'begun' },
    { state: 'failed', fault: 'paper-out', paper: 'blank' },
  ]);
});

it('says printed only of whole sheets, whatever strikes wherever', { timeout: 60_000 }, async () => {
  const outcomes: JobOutcome['state'][] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...lasting, 'hung', 'reset', 'power', 'late', 'lies'),
      fc.nat(481),
      fc.constantFrom([], ['odometer.total_label_count' as const], ['~HS in trouble' as const], ['~HQ' as const]),
      async (fault, afterRows, lacks) => {
        await start({ lacks, countsLabelUnderWay: afterRows % 2 === 0 });
        simulator.strike(fault, { afterRows: afterRows + 1 });
        const { state } = await printer.print(createJob());
        if (state === 'printed') expect(simulator.pieces.some(({ raster }) => raster.height === 400)).toBe(true);
        if (state === 'failed') expect(countWhole()).toBe(0);
        outcomes.push(state);
        await stop();
      },
    ),
    { numRuns: 20 },
  );
  expect(new Set(outcomes).size).toBeGreaterThan(1);
});
