import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../../domain/print-job.ts';
import { createDriver, createJob, startDriver } from '../../../test/simulators/brother-ql/driver-bench.ts';
import type { BrotherQlSimulator } from '../../../test/simulators/brother-ql/brother-ql-simulator.ts';
import type { Printer } from '../printer.ts';

let simulator: BrotherQlSimulator;
let printer: Printer;
let stop: () => Promise<void>;

async function start(...options: Parameters<typeof startDriver>): Promise<void> {
  ({ simulator, printer, stop } = await startDriver(...options));
}

afterEach(() => stop());

const usual = { connect: 2_000, answer: 1_500, drain: 10_000, settle: 15_000, turn: 20_000 };
const lasting = ['paper-out', 'cover-open', 'cutter'] as const;

const countWhole = (): number =>
  simulator.pieces.filter(({ isWhole, raster }) => isWhole && raster.height === 400).length;

/** The next job comes out whole on paper of its own, whatever was left by the one before. */
async function expectCleanSheet(): Promise<void> {
  const next = createJob();
  expect(await printer.print(next)).toEqual({ state: 'printed' });
  expect(simulator.pieces.at(-1)).toEqual({ raster: next.raster, isWhole: true });
  expect(simulator.paperPastCut().height).toBe(0);
  expect(simulator.counts).toMatchObject({ unknown: 0, badLines: 0 });
}

describe('before the first byte of a job', () => {
  it.each(lasting)(
    '%s is a failure, nothing moves, and the next job is printed once it is put right',
    async (fault) => {
      await start();
      simulator.strike(fault);
      expect((await printer.status()).faults).toEqual([fault]);
      expect(await printer.print(createJob())).toEqual({ state: 'failed', fault, paper: 'blank' });
      expect(simulator.counts.rows).toBe(0);
      simulator.putRight();
      await expectCleanSheet();
    },
  );

  it('a hot head ends the job before its first dot', async () => {
    await start();
    simulator.strike('overheated');
    // It cools down and says so only when it is to print.
    expect(await printer.print(createJob())).toMatchObject({ state: 'failed', paper: 'blank' });
    expect(simulator.counts.rows).toBe(0);
    simulator.putRight();
    await expectCleanSheet();
    expect(countWhole()).toBe(1);
  });

  it('a silent printer is hung, and says so within four seconds with the timeouts of kiosks', async () => {
    await start({}, { timeouts: usual });
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
});

describe('in the middle of a job', () => {
  it.each([...lasting, 'overheated'] as const)(
    '%s is a failure within five seconds; nothing follows by itself; the next job has a clean sheet',
    async (fault) => {
      await start({ millisecondsPerRow: 0.2 }, { timeouts: usual });
      await expectCleanSheet();
      simulator.strike(fault, { afterRows: 100 });
      const began = performance.now();
      expect(await printer.print(createJob())).toEqual({ state: 'failed', fault, paper: 'begun' });
      expect(performance.now() - began).toBeLessThan(5_000);
      simulator.putRight();
      await simulator.idle();
      expect(countWhole()).toBe(1);
      await expectCleanSheet();
      expect(countWhole()).toBe(2);
    },
  );

  it('a cutter that jams at the cut is a failure', async () => {
    await start();
    await expectCleanSheet();
    simulator.strike('cutter', { afterRows: 400 });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'cutter', paper: 'begun' });
    simulator.putRight();
    await expectCleanSheet();
  });

  it('a hot head that cools down is waited for', async () => {
    await start({ millisecondsPerRow: 0.2 });
    simulator.atRow(250, () => {
      simulator.strike('overheated');
      setTimeout(simulator.putRight, 300);
    });
    expect(await printer.print(createJob())).toEqual({ state: 'printed' });
  });

  it.each(['hung', 'reset', 'power', 'late', 'lies'] as const)(
    '%s leaves it unknown within five seconds',
    async (fault) => {
      await start({ millisecondsPerRow: 0.2 }, { timeouts: usual });
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
    simulator.strike('late', { afterRows: 399 });
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
    simulator.putRight();
    simulator.strike('lies', { afterRows: 160 });
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
  });
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
      fc.constantFrom(...lasting, 'overheated', 'hung', 'reset', 'power', 'late', 'lies'),
      fc.nat(550),
      async (fault, afterRows) => {
        await start();
        simulator.strike(fault, { afterRows: afterRows + 1 });
        const { state } = await printer.print(createJob());
        if (state === 'printed') expect(countWhole()).toBe(1);
        if (state === 'failed') expect(countWhole()).toBe(0);
        outcomes.push(state);
        await stop();
      },
    ),
    { numRuns: 30 },
  );
  expect(new Set(outcomes).size).toBeGreaterThan(1);
});
