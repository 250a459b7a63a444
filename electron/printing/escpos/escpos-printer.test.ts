import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bytesPerRow, createRaster } from '../../../domain/raster.ts';
import { createDriver, createJob, cropRaster, startDriver } from '../../../test/simulators/escpos/driver-bench.ts';
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

function failed(fault: string): unknown {
  return { state: 'failed', fault, paper: 'blank' };
}

/** The next job comes out whole on paper of its own, whatever was left by the one before. */
async function expectCleanSheet(): Promise<void> {
  const next = createJob();
  expect(await printer.print(next)).toEqual({ state: 'printed' });
  expect(simulator.sheets.at(-1)?.raster).toEqual(encodeRaster(next.raster).sent);
  expect(simulator.paperPastCut().height).toBe(0);
  expect(simulator.counts.unknown).toBe(0);
}

describe('a job', () => {
  it('is printed dot for dot', async () => {
    await start();
    const { raster } = createJob();
    expect(await printer.print(createJob(raster))).toEqual({ state: 'printed' });
    expect(simulator.sheets).toHaveLength(1);
    expect(simulator.sheets[0]?.raster).toEqual(encodeRaster(raster).sent);
    expect(simulator.counts).toMatchObject({ unknown: 0, realTimeInsideRaster: 0 });
  });

  it.each([
    ['without GS ( H', ['GS ( H']],
    ['without Automatic Status Back', ['GS a']],
    ['without either, or buffer clearing', ['GS ( H', 'GS a', 'DLE DC4']],
  ] as const)('is printed by a model %s', async (_name, lacks) => {
    await start({ lacks });
    await expectCleanSheet();
    await expectCleanSheet();
    expect(simulator.sheets).toHaveLength(2);
  });

  it('is not sent to a model that could never say that it printed', async () => {
    await start({ lacks: ['GS ( H', 'GS r'] });
    expect(await printer.print(createJob())).toEqual(failed('hung'));
    expect(simulator.paperPastCut().height).toBe(0);
  });

  it('is printed by a slow printer with a small buffer, as fast as it takes it', async () => {
    await start({ millisecondsPerRow: 0.4, receiveBufferBytes: 4_096 });
    const next = createJob();
    expect(await printer.print(next)).toEqual({ state: 'printed' });
    expect(simulator.sheets[0]?.raster).toEqual(encodeRaster(next.raster).sent);
  });

  it('is printed dot for dot at any width, whatever the picture, and leaves nothing but its own commands', async () => {
    await start({ widthDots: 1_228 });
    const pictures = fc
      .record({
        width: fc.integer({ min: 384, max: 1_228 }),
        height: fc.integer({ min: 1, max: 40 }),
        texture: fc.uint8Array({ minLength: 100, maxLength: 1_000 }),
      })
      .map(({ width, height, texture }) => {
        const raster = createRaster(width, height);
        const run = [0x10, 0x04, 0x10, 0x05, 0x10, 0x14, 0x08, 0x01, 0x1d, 0x56];
        // Not the last byte of a row, which may have fewer than eight dots.
        for (let index = 0; index < raster.bits.length; index += 1) {
          if (index % bytesPerRow(width) === bytesPerRow(width) - 1) continue;
          const byte = texture[index % texture.length] ?? 0;
          raster.bits[index] = byte < 128 ? (run[byte % run.length] ?? 0) : byte < 192 ? 0 : byte;
        }
        return raster;
      });
    await fc.assert(
      fc.asyncProperty(pictures, async (raster) => {
        const before = simulator.commands.length;
        expect(await printer.print(createJob(raster))).toEqual({ state: 'printed' });
        const sheet = simulator.sheets.at(-1)?.raster;
        const { sent } = encodeRaster(raster);
        expect(sheet?.height).toBe(sent.height);
        expect(sheet && cropRaster(sheet, raster.width)).toEqual(sent);
        const names = simulator.commands.slice(before).map(({ name }) => name);
        expect([...new Set(names)].sort()).toEqual(['DLE EOT', 'ESC @', 'GS ( H', 'GS V', 'GS a', 'GS r', 'GS v 0']);
        expect(names.filter((name) => name === 'GS V')).toHaveLength(before === 0 ? 2 : 1);
      }),
      { numRuns: 40 },
    );
    expect(simulator.counts).toMatchObject({ unknown: 0, realTimeInsideRaster: 0 });
  });
});

describe('before the first byte of a job', () => {
  it.each<[string, (printer: EscposSimulator) => void, (printer: EscposSimulator) => void]>([
    [
      'paper-out',
      (one) => {
        one.runOutOfPaper();
      },
      (one) => {
        one.loadPaper();
      },
    ],
    [
      'cover-open',
      (one) => {
        one.openCover();
      },
      (one) => {
        one.closeCover();
      },
    ],
    [
      'cutter',
      (one) => {
        one.cutterError();
      },
      (one) => {
        one.freeCutter();
      },
    ],
    [
      'overheated',
      (one) => {
        one.overheat();
      },
      (one) => {
        one.coolDown();
      },
    ],
    [
      'offline',
      (one) => {
        one.goOffline();
      },
      (one) => {
        one.goOnline();
      },
    ],
    [
      'hung',
      (one) => {
        one.hang();
      },
      (one) => {
        one.wake();
      },
    ],
  ])(
    '%s is a failure, nothing moves, and the next job is printed once it is put right',
    async (fault, happen, putRight) => {
      await start();
      happen(simulator);
      expect((await printer.status()).faults).toEqual([fault]);
      expect(await printer.print(createJob())).toEqual(failed(fault));
      expect(simulator.sheets).toHaveLength(0);
      expect(simulator.paperPastCut().height).toBe(0);

      putRight(simulator);
      await expectCleanSheet();
      expect(simulator.sheets).toHaveLength(1);
    },
  );

  it('a printer that is not there is offline', async () => {
    await start();
    simulator.die();
    expect(await printer.status()).toEqual({ faults: ['offline'], paperLow: false });
    expect(await printer.print(createJob())).toEqual(failed('offline'));
  });

  it('low paper is told and does not stop a job', async () => {
    await start();
    simulator.setPaperLow(true);
    expect(await printer.status()).toEqual({ faults: [], paperLow: true });
    await expectCleanSheet();
  });

  it.each([[[]], [['DLE DC4' as const]]])(
    'what another client left of its own job is thrown away (lacks %s)',
    async (lacks) => {
      await start({ lacks });
      await expectCleanSheet();
      const other = connect(simulator.port, simulator.host);
      other.end(Uint8Array.from([0x1d, 0x76, 0x30, 0, 72, 0, 50, 0, 255, 255]));
      await once(other.resume(), 'close');
      await expectCleanSheet();
    },
  );

  it('a cutter that fails at the cut before the job is named', async () => {
    for (const lacks of [[], ['GS a']] as const) {
      await start({ lacks });
      simulator.jamCutter();
      expect(await printer.print(createJob())).toEqual(failed('cutter'));
      expect(simulator.paperPastCut().height).toBe(0);
      await stop();
    }
  });

  it('the half sheet of a process that died is cut off', async () => {
    await start();
    const before = createDriver(simulator);
    simulator.runOutOfPaper(100);
    await before.print(createJob());
    simulator.loadPaper();
    await expectCleanSheet();
    expect(simulator.sheets.map(({ raster }) => raster.height)).toEqual([100, 400]);
  });
});
