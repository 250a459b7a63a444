import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bytesPerRow, createRaster, type Raster } from '../../../domain/raster.ts';
import {
  createDriver,
  createJob,
  mediaOf,
  profiles,
  startDriver,
} from '../../../test/simulators/brother-ql/driver-bench.ts';
import type { BrotherQlSimulator } from '../../../test/simulators/brother-ql/brother-ql-simulator.ts';
import type { Printer } from '../printer.ts';

let simulator: BrotherQlSimulator;
let printer: Printer;
let stop: () => Promise<void>;

async function start(...options: Parameters<typeof startDriver>): Promise<void> {
  ({ simulator, printer, stop } = await startDriver(...options));
}

afterEach(() => stop());

const clean = { unknown: 0, badLines: 0 };

/** A picture of any dots: runs, stretches and white. */
const pictures = fc
  .record({
    width: fc.integer({ min: 203, max: 696 }),
    height: fc.integer({ min: 150, max: 190 }),
    texture: fc.array(fc.oneof(fc.constantFrom(0, 0, 0xff), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 400,
    }),
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

/** What lies on paper as wide when a narrower picture stands at its right edge, where the head begins. */
function onPaper(raster: Raster, width: number): Raster {
  const sheet = createRaster(width, raster.height);
  for (let y = 0; y < raster.height; y += 1)
    for (let x = 0; x < raster.width; x += 1) {
      const bit = (raster.bits[y * bytesPerRow(raster.width) + (x >> 3)] ?? 0) & (0x80 >> (x & 7));
      const to = y * bytesPerRow(width) + ((x + width - raster.width) >> 3);
      if (bit !== 0) sheet.bits[to] = (sheet.bits[to] ?? 0) | (0x80 >> ((x + width - raster.width) & 7));
    }
  return sheet;
}

describe('a job', () => {
  it('is printed dot for dot and cut off', async () => {
    await start();
    const job = createJob();
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    // The first of the day is cut free of whatever stood out.
    expect(simulator.pieces.map(({ raster }) => raster.height)).toEqual([150, 400]);
    expect(simulator.pieces[1]?.raster).toEqual(job.raster);
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(simulator.pieces).toHaveLength(3);
    expect(simulator.counts).toMatchObject({ ...clean, pages: 3 });
  });

  it('is printed dot for dot whatever the picture, and leaves nothing but its own commands', async () => {
    await start();
    await fc.assert(
      fc.asyncProperty(pictures, async (raster) => {
        expect(await printer.print(createJob(raster))).toEqual({ state: 'printed' });
        expect(simulator.pieces.at(-1)?.raster).toEqual(onPaper(raster, 696));
      }),
      { numRuns: 40 },
    );
    const own = [
      'NUL',
      'ESC @',
      'ESC i S',
      'ESC i a',
      'ESC i !',
      'ESC i z',
      'ESC i M',
      'ESC i A',
      'ESC i K',
      'ESC i d',
      'M',
      'g',
      'Z',
      'SUB',
    ];
    expect(simulator.commands.filter(({ name }) => !own.includes(name))).toEqual([]);
    expect(simulator.counts).toMatchObject(clean);
  });

  it('is printed without compression by an older model', async () => {
    await start({ model: 'QL-700' }, { profile: profiles['QL-700'] });
    const job = createJob();
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(simulator.pieces[1]?.raster).toEqual(job.raster);
    expect(simulator.counts).toMatchObject(clean);
  });

  it('is printed by the wide head, on the part that lies over the paper', async () => {
    const profile = profiles['QL-1110NWB'];
    await start({ model: 'QL-1110NWB', roll: '102mm' }, { profile, media: mediaOf(profile, '102mm') });
    const raster = createRaster(1_164, 500);
    for (let index = 0; index < raster.bits.length; index += 1)
      raster.bits[index] = index % 146 === 145 ? 0 : (index * 7) & 0xff;
    expect(await printer.print(createJob(raster))).toEqual({ state: 'printed' });
    expect(simulator.pieces[1]?.raster).toEqual(raster);
    expect(simulator.counts).toMatchObject(clean);
  });

  it('fills a label, however short the picture', async () => {
    await start({ roll: '62x100mm' }, { media: mediaOf(profiles['QL-820NWB'], '62x100mm') });
    const job = createJob();
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(simulator.pieces.map(({ raster }) => raster.height)).toEqual([1_109]);
    expect(simulator.pieces[0]?.raster.bits.subarray(0, job.raster.bits.length)).toEqual(job.raster.bits);
  });

  it.each([
    ['a roll of another width', { widthMillimetres: 29, lengthMillimetres: 0 }],
    ['labels instead of a roll', { widthMillimetres: 62, lengthMillimetres: 100 }],
  ])('is not sent to %s', async (_name, roll) => {
    await start();
    simulator.setRoll(roll);
    expect(await printer.status()).toEqual({ faults: ['paper-out'], paperLow: false });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'paper-out', paper: 'blank' });
    expect(simulator.counts.rows).toBe(0);
  });

  it('is waited for while a slow printer prints', async () => {
    await start(
      { millisecondsPerRow: 4 },
      { timeouts: { connect: 1_000, answer: 300, drain: 300, settle: 15_000, turn: 4_000 } },
    );
    expect(await printer.print(createJob())).toEqual({ state: 'printed' });
    expect(simulator.pieces.at(-1)?.raster.height).toBe(400);
  });
});

describe('what others left', () => {
  it.each([
    ['half a line', [0x67, 0, 90, 1, 2, 3]],
    ['silence instead of automatic status', [0x1b, 0x69, 0x21, 1]],
    ['lines of a page, compressed', [0x1b, 0x69, 0x61, 1, 0x4d, 2, 0x67, 0, 2, 0xa7, 0xff, 0x5a]],
  ])('%s does not touch a job', async (_name, bytes) => {
    await start();
    const other = connect(simulator.port, simulator.host);
    other.end(Uint8Array.from(bytes));
    await once(other.resume(), 'close');
    const job = createJob();
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(simulator.pieces[1]?.raster).toEqual(job.raster);
  });
});

it('two kiosks at one printer print one after the other', async () => {
  await start({ millisecondsPerRow: 0.5 }, { isShared: true });
  const other = createDriver(simulator, { isShared: true });
  const outcomes = await Promise.all([printer, other, printer, other].map((one) => one.print(createJob())));
  expect(outcomes).toEqual(Array(4).fill({ state: 'printed' }));
  expect(simulator.pieces.filter(({ raster }) => raster.height === 400)).toHaveLength(4);
  expect(simulator.counts.unknown).toBe(0);
});
