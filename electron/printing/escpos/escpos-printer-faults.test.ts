import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../../domain/print-job.ts';
import { createJob, startDriver } from '../../../test/simulators/escpos/driver-bench.ts';
import type { EscposSimulator, EscposSimulatorOptions } from '../../../test/simulators/escpos/escpos-simulator.ts';
import type { Printer } from '../printer.ts';
import { encodeRaster } from './raster-bands.ts';

let simulator: EscposSimulator;
let printer: Printer;
let stop: () => Promise<void>;

async function start(options?: EscposSimulatorOptions): Promise<void> {
  ({ simulator, printer, stop } = await startDriver(options));
}

afterEach(() => stop());

function failed(fault: string, paper = 'begun'): unknown {
  return { state: 'failed', fault, paper };
}

/** The next job comes out whole on paper of its own, whatever was left by the one before. */
async function expectCleanSheet(): Promise<void> {
  const next = createJob();
  expect(await printer.print(next)).toEqual({ state: 'printed' });
  expect(simulator.sheets.at(-1)?.raster).toEqual(encodeRaster(next.raster).sent);
  expect(simulator.paperPastCut().height).toBe(0);
  expect(simulator.counts.unknown).toBe(0);
}

describe('in the middle of a job', () => {
  it.each<[string, (printer: EscposSimulator) => void, (printer: EscposSimulator) => void]>([
    [
      'paper-out',
      (one) => {
        one.runOutOfPaper(100);
      },
      (one) => {
        one.loadPaper();
      },
    ],
    [
      'cover-open',
      (one) => {
        one.atRow(100, () => {
          one.openCover();
        });
      },
      (one) => {
        one.closeCover();
      },
    ],
    [
      'cutter',
      (one) => {
        one.jamCutter();
      },
      (one) => {
        one.freeCutter();
      },
    ],
  ])('%s is a failure, and the next job has a clean sheet', async (fault, arrange, putRight) => {
    for (const lacks of [[], ['GS ( H', 'GS a', 'DLE DC4']] as const) {
      await start({ lacks });
      await expectCleanSheet();
      arrange(simulator);
      expect(await printer.print(createJob())).toEqual(failed(fault));
      expect(simulator.sheets).toHaveLength(1);
      const left = simulator.paperPastCut().height;
      expect(left).toBeGreaterThan(0);

      putRight(simulator);
      // Freed by hand, a cutter without DLE DC4 stays in error until it is switched off and on.
      if (lacks.length > 0 && fault === 'cutter') simulator.reset();
      await expectCleanSheet();
      expect(simulator.sheets).toHaveLength(3);
      await stop();
    }
  });

  it('a hot head that cools down is waited for', async () => {
    await start();
    simulator.atRow(100, () => {
      simulator.overheat();
      setTimeout(() => {
        simulator.coolDown();
      }, 100);
    });
    expect(await printer.print(createJob())).toEqual({ state: 'printed' });
  });

  it('a hot head that stays hot is a failure, and the rest of the sheet never comes', async () => {
    await start();
    simulator.atRow(100, () => {
      simulator.overheat();
    });
    expect(await printer.print(createJob())).toEqual(failed('overheated'));
    simulator.coolDown();
    expect(simulator.paperPastCut().height).toBe(100);
    await expectCleanSheet();
  });

  it('a hot head is unknown where the rest cannot be thrown away', async () => {
    await start({ lacks: ['DLE DC4'] });
    simulator.atRow(100, () => {
      simulator.overheat();
    });
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
  });

  it.each<[string, (printer: EscposSimulator) => void]>([
    [
      'hangs',
      (one) => {
        one.hang();
      },
    ],
    [
      'is switched off and on',
      (one) => {
        one.reset();
      },
    ],
    [
      'dies',
      (one) => {
        one.die();
      },
    ],
  ])('a printer that %s leaves it unknown', async (_name, happen) => {
    for (const bytes of [200, 5_000, 15_000]) {
      await start();
      simulator.atByte(bytes, () => {
        happen(simulator);
      });
      expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
      expect(simulator.sheets).toHaveLength(0);
      await stop();
    }
  });

  it.each<[string, (printer: EscposSimulator) => void]>([
    [
      'hung',
      (one) => {
        one.hang();
      },
    ],
    [
      'was switched off and on',
      (one) => {
        one.reset();
      },
    ],
  ])('after a printer that %s, the next job has a clean sheet', async (_name, happen) => {
    for (const lacks of [[], ['DLE DC4']] as const) {
      await start({ lacks });
      simulator.atByte(9_000, () => {
        happen(simulator);
      });
      expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
      simulator.wake();
      await expectCleanSheet();
      await stop();
    }
  });

  it('an answer that comes too late leaves it unknown, and is not taken for the next job', async () => {
    await start();
    simulator.atRow(400, () => {
      simulator.delayAnswers(1_500);
    });
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
    expect(simulator.sheets).toHaveLength(1);

    simulator.delayAnswers(0);
    simulator.runOutOfPaper(10);
    expect(await printer.print(createJob())).toEqual(failed('paper-out'));
  });

  it('the status is what the printer last said', async () => {
    await start();
    const seen: unknown[] = [];
    simulator.atRow(100, () => {
      seen.push(printer.status());
      simulator.runOutOfPaper();
    });
    await printer.print(createJob());
    expect(await Promise.all(seen)).toEqual([{ faults: [], paperLow: false }]);
    expect(simulator.counts.connections).toBe(1);
  });
});

it('says printed only of whole sheets, whatever strikes wherever', { timeout: 60_000 }, async () => {
  const faults: Record<string, (one: EscposSimulator) => void> = {
    paper: (one) => {
      one.runOutOfPaper();
    },
    cover: (one) => {
      one.openCover();
    },
    heat: (one) => {
      one.overheat();
    },
    offline: (one) => {
      one.goOffline();
    },
    jam: (one) => {
      one.jamCutter();
    },
    hang: (one) => {
      one.hang();
    },
    reset: (one) => {
      one.reset();
    },
    die: (one) => {
      one.die();
    },
  };
  const outcomes: JobOutcome['state'][] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(faults)),
      fc.nat(16_500),
      fc.constantFrom<EscposSimulatorOptions['lacks']>(
        [],
        ['GS ( H'],
        ['GS a', 'DLE DC4'],
        ['GS ( H', 'GS a', 'DLE DC4'],
      ),
      async (name, bytes, lacks = []) => {
        await start({ lacks });
        simulator.atByte(bytes, () => faults[name]?.(simulator));
        const { state } = await printer.print(createJob());
        const hasWhole = simulator.sheets.some(({ raster }) => raster.height === 400);
        if (state === 'printed') expect(hasWhole).toBe(true);
        if (state === 'failed') expect(hasWhole).toBe(false);
        outcomes.push(state);
        await stop();
      },
    ),
    { numRuns: 20 },
  );
  expect(new Set(outcomes).size).toBeGreaterThan(1);
});
