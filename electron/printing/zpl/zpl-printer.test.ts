import { connect } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bytesPerRow, createRaster, type Raster } from '../../../domain/raster.ts';
import {
  createDriver,
  createJob,
  mediaOf,
  profile,
  shortTimeouts,
  startDriver,
} from '../../../test/simulators/zpl/driver-bench.ts';
import type { ZplSimulator } from '../../../test/simulators/zpl/zpl-simulator.ts';
import type { Printer } from '../printer.ts';

let simulator: ZplSimulator;
let printer: Printer;
let stop: () => Promise<void>;

async function start(...options: Parameters<typeof startDriver>): Promise<void> {
  ({ simulator, printer, stop } = await startDriver(...options));
}

afterEach(() => stop());

/** A picture of any dots, of any width and height. */
const pictures = fc
  .record({
    width: fc.integer({ min: 203, max: 832 }),
    height: fc.integer({ min: 1, max: 40 }),
    texture: fc.uint8Array({ minLength: 1, maxLength: 600 }),
  })
  .map(({ width, height, texture }): Raster => {
    const raster = createRaster(width, height);
    const rowBytes = bytesPerRow(width);
    for (let index = 0; index < raster.bits.length; index += 1) {
      const isLast = index % rowBytes === rowBytes - 1;
      raster.bits[index] =
        (texture[index % texture.length] ?? 0) & (isLast ? (0xff << (rowBytes * 8 - width)) & 0xff : 0xff);
    }
    return raster;
  });

/** What lies on paper of 832 dots when a picture was printed at its left edge. */
function onPaper(raster: Raster, left = 0): Raster {
  const sheet = createRaster(832, raster.height);
  for (let y = 0; y < raster.height; y += 1)
    for (let x = 0; x < raster.width; x += 1) {
      const bit = (raster.bits[y * bytesPerRow(raster.width) + (x >> 3)] ?? 0) & (0x80 >> (x & 7));
      const to = x + left;
      if (bit !== 0) sheet.bits[y * 104 + (to >> 3)] = (sheet.bits[y * 104 + (to >> 3)] ?? 0) | (0x80 >> (to & 7));
    }
  return sheet;
}

describe('a job', () => {
  it('is printed dot for dot and cut off', async () => {
    await start();
    const job = createJob();
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    // The first of the day is cut free of whatever stood out.
    expect(simulator.pieces.map(({ raster }) => raster.height)).toEqual([81, 400]);
    expect(simulator.pieces[1]?.raster).toEqual(job.raster);
    expect(simulator.counts).toMatchObject({ unknown: 0, brokenFields: 0, labels: 2 });
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(simulator.pieces).toHaveLength(3);
  });

  it('is printed dot for dot whatever the picture, and leaves nothing but its own commands', async () => {
    await start();
    await fc.assert(
      fc.asyncProperty(pictures, async (raster) => {
        const before = simulator.commands.length;
        expect(await printer.print(createJob(raster))).toEqual({ state: 'printed' });
        expect(simulator.pieces.at(-1)?.raster).toEqual(onPaper(raster));
        const names = new Set(simulator.commands.slice(before).map(({ name }) => name));
        const own =
          '^XA ^JZ ^MU ^LR ^PM ^PO ^LH ^LS ^LT ^MN ^MM ^PW ^LL ^FO ^GF ^GB ^FS ^PQ ^XZ ~HQ ~HS ~JA getvar'.split(' ');
        expect([...names].filter((name) => !own.includes(name))).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(simulator.counts).toMatchObject({ unknown: 0, brokenFields: 0 });
  });

  it('of more than one graphic field is printed dot for dot', async () => {
    await start();
    const raster = createRaster(832, 2_100);
    for (let index = 0; index < raster.bits.length; index += 3) raster.bits[index] = index & 0xff;
    expect(await printer.print(createJob(raster))).toEqual({ state: 'printed' });
    expect(simulator.pieces.at(-1)?.raster).toEqual(raster);
    expect(simulator.commands.filter(({ name }) => name === '^GF')).toHaveLength(3);
  });

  it('stands where the print area of a label begins', async () => {
    await start({ labelDots: 1_200 }, { media: mediaOf(1) });
    const raster = createRaster(800, 1_200);
    raster.bits.fill(0xa5);
    expect(await printer.print(createJob(raster))).toEqual({ state: 'printed' });
    expect(simulator.pieces).toHaveLength(1);
    expect(simulator.pieces[0]?.raster).toEqual(onPaper(raster, 16));
  });

  it('is not cut by a printer without a cutter', async () => {
    await start({ hasCutter: false }, { profile: { ...profile, cutter: 'none' } });
    const job = createJob();
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(simulator.pieces.map(({ raster }) => raster)).toEqual([job.raster]);
    expect(simulator.commands.filter(({ name }) => name === '^MM').map(({ parameters }) => parameters)).toEqual(['T']);
  });

  it.each([
    ['without ~HQES', ['~HQ']],
    ['that counts its length only', ['odometer.total_label_count']],
  ] as const)('is printed by a model %s', async (_name, lacks) => {
    await start({ lacks });
    expect(await printer.print(createJob())).toEqual({ state: 'printed' });
    expect(await printer.print(createJob())).toEqual({ state: 'printed' });
  });

  it.each([
    ['no counter', ['odometer.total_label_count', 'odometer.total_print_length']],
    ['no settings at all', ['getvar']],
  ] as const)('is never called printed by a model with %s', async (_name, lacks) => {
    await start({ lacks });
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
    expect(simulator.pieces).toHaveLength(2);
  });

  it('is waited for while a slow printer says that nothing is left', async () => {
    await start(
      { millisecondsPerRow: 3, countsLabelUnderWay: false },
      { timeouts: { ...shortTimeouts, settle: 15_000 } },
    );
    expect(await printer.print(createJob())).toEqual({ state: 'printed' });
    expect(simulator.pieces.at(-1)?.raster.height).toBe(400);
  });
});

describe('what others left', () => {
  async function sendAsOther(text: string): Promise<void> {
    const other = connect(simulator.port, simulator.host);
    other.end(text);
    await once(other.resume(), 'close');
  }

  it.each([
    ['settings that move and turn a label', '^XA^LH40,30^POI^PMY^LRY^LT20^LS9^XZ'],
    ['half a label', '^XA^FO0,0^GFA,20000,20000,100,:Z64:eJzt'],
    ['half a command', '^XA^F'],
  ])('%s does not touch a job', async (_name, text) => {
    await start();
    await sendAsOther(text);
    const job = createJob();
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(simulator.pieces.at(-1)?.raster).toEqual(job.raster);
  });

  it('a label that waits behind the pause button is not printed by us', async () => {
    await start();
    simulator.pressPause();
    await sendAsOther('^XA^MNN^LL50^FO0,0^GB50,50,50^FS^XZ');
    const job = createJob();
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(simulator.pieces.map(({ raster }) => raster.height)).toEqual([81, 400]);
  });
});

describe('two kiosks at one printer', () => {
  it('print one after the other', async () => {
    await start({ millisecondsPerRow: 0.5 }, { isShared: true });
    const other = createDriver(simulator, { isShared: true });
    const outcomes = await Promise.all([printer, other, printer, other].map((one) => one.print(createJob())));
    expect(outcomes).toEqual(Array(4).fill({ state: 'printed' }));
    expect(simulator.pieces.filter(({ raster }) => raster.height === 400)).toHaveLength(4);
    expect(simulator.counts.unknown).toBe(0);
  });

  it('wait for a label that the other left to be printed', async () => {
    await start({ millisecondsPerRow: 1 }, { isShared: true });
    const other = connect(simulator.port, simulator.host);
    other.end('^XA^MNN^MMC^LL300^FO0,0^GB90,90,9^FS^XZ');
    await once(other.resume(), 'close');
    expect(await printer.print(createJob())).toEqual({ state: 'printed' });
    expect(simulator.pieces.map(({ raster }) => raster.height)).toEqual([300, 81, 400]);
  });
});
