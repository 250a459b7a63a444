import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../../domain/print-job.ts';
import { bytesPerRow, createRaster, setBlack, type Raster } from '../../../domain/raster.ts';
import { openStarDriver, starProfile } from '../../../test/simulators/star-line/star-line-bench.ts';
import {
  startStarLineSimulator,
  type StarLineSimulator,
  type StarLineSimulatorOptions,
} from '../../../test/simulators/star-line/star-line-simulator.ts';
import type { Printer, PrintJob } from '../printer.ts';
import { encodeStarLineSheet } from './encode-star-line-sheet.ts';
import { encodeRows } from './raster-rows.ts';

/** Short, so that silence is noticed soon; long enough for a busy machine. */
const timeouts = { connect: 1_000, answer: 300, drain: 300, settle: 1_000, turn: 2_000 };

let simulator: StarLineSimulator;
let printer: Printer;
let jobCount = 0;

async function start(options?: StarLineSimulatorOptions): Promise<void> {
  simulator = await startStarLineSimulator(options);
  printer = openStarDriver(simulator, { timeouts });
}

async function stop(): Promise<void> {
  await simulator.close();
  await printer.close();
}

afterEach(stop);

function createJob(raster: Raster = stripedBadge()): PrintJob {
  jobCount += 1;
  return { id: `0196f2d0-7c1a-7000-8000-${jobCount.toString(16).padStart(12, '0')}`, document: 'badge', raster };
}

function stripedBadge(): Raster {
  const raster = createRaster(576, 400);
  for (let y = 20; y < 380; y += 1) for (let x = y % 9; x < 500; x += 5) setBlack(raster, x, y);
  return raster;
}

const wholeSheets = () => simulator.paper.pieces.filter(({ isWhole }) => isWhole).map(({ raster }) => raster);

/** The next job comes out whole on paper of its own, whatever was left by the one before. */
async function expectCleanSheet(): Promise<void> {
  const next = createJob();
  expect(await printer.print(next)).toEqual({ state: 'printed' });
  expect(wholeSheets().at(-1)).toEqual(encodeRows(next.raster).sent);
  expect(simulator.paper.past().height).toBe(0);
  expect(simulator.counts).toMatchObject({ unknown: 0, realTimeInsideRaster: 0 });
}

const models: [string, StarLineSimulatorOptions][] = [
  ['with everything', {}],
  ['in graphic mode (TSP143)', { lacks: ['end counter', 'ESC ACK CAN'] }],
  ['whose status comes only when asked', { isAutomatic: false, lacks: ['ESC RS a'] }],
  ['that drops its network when reset', { dropsOnReset: true }],
];

describe.each(models)('a printer %s', (_name, options) => {
  it('prints dot for dot', async () => {
    await start(options);
    await expectCleanSheet();
    await expectCleanSheet();
    expect(wholeSheets()).toHaveLength(2);
  });

  it.each<[string, Parameters<StarLineSimulator['setTrouble']>[0], Parameters<StarLineSimulator['setTrouble']>[0]]>([
    ['paper-out', { paperOut: true }, { paperOut: false }],
    ['cover-open', { coverOpen: true }, { coverOpen: false }],
  ])('%s is a failure, the rest of the sheet never comes, and the next is clean', async (fault, trouble, mended) => {
    await start(options);
    await expectCleanSheet();
    simulator.paper.atRow(100, () => {
      simulator.setTrouble(trouble);
    });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault, paper: 'begun' });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault, paper: 'blank' });
    simulator.setTrouble(mended);
    expect(simulator.paper.past().height).toBe(100);
    await expectCleanSheet();
    expect(wholeSheets()).toHaveLength(2);
  });

  it('a hung one is hung before a sheet, and unknown in the middle of one', async () => {
    await start(options);
    simulator.hang();
    expect(await printer.status()).toEqual({ faults: ['hung'], paperLow: false });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'hung', paper: 'blank' });
    simulator.wake();
    simulator.paper.atRow(100, () => {
      simulator.hang();
    });
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
    expect(wholeSheets()).toHaveLength(0);
  });
});

it('a cutter that jams is named, and prints again once it is free', async () => {
  await start();
  await expectCleanSheet();
  simulator.setJammed(true);
  expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'cutter', paper: 'begun' });
  expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'cutter', paper: 'blank' });
  simulator.setJammed(false);
  await expectCleanSheet();
});

it('a hot head that cools down is waited for', async () => {
  await start();
  simulator.paper.atRow(100, () => {
    simulator.setTrouble({ overheated: true });
    setTimeout(() => {
      simulator.setTrouble({ overheated: false });
    }, 700);
  });
  expect(await printer.print(createJob())).toEqual({ state: 'printed' });
});

it('a hot head that stays hot is a failure within 5 s', async () => {
  await start();
  simulator.paper.atRow(100, () => {
    simulator.setTrouble({ overheated: true });
  });
  const begun = performance.now();
  expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'overheated', paper: 'begun' });
  expect(performance.now() - begun).toBeLessThan(5_000);
  simulator.setTrouble({ overheated: false });
  await expectCleanSheet();
});

it('a printer that says that all is well and does nothing never printed', async () => {
  await start();
  await expectCleanSheet();
  simulator.setTrouble({ lying: true });
  expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'hung', paper: 'blank' });
  simulator.setTrouble({ lying: false });
  simulator.paper.atRow(100, () => {
    simulator.setTrouble({ lying: true });
  });
  expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
});

it('the counter of a sheet before is not taken for this one', async () => {
  await start({ lacks: ['end counter'] });
  for (let count = 0; count < 3; count += 1) {
    await expectCleanSheet();
    simulator.setTrouble({ lying: true });
    expect(await printer.print(createJob())).toMatchObject({ state: 'failed', paper: 'blank' });
    simulator.setTrouble({ lying: false });
  }
});

it('low paper is told and does not stop a job', async () => {
  await start();
  simulator.setTrouble({ paperLow: true });
  expect(await printer.status()).toEqual({ faults: [], paperLow: true });
  await expectCleanSheet();
});

it('what another client left of a row is thrown away', async () => {
  await start();
  await expectCleanSheet();
  const other = connect(simulator.port.port, simulator.port.host);
  other.end(Uint8Array.from([0x1b, 0x2a, 0x72, 0x41, 0x62, 72, 0, 255]));
  await once(other.resume(), 'close');
  await expectCleanSheet();
});

it('two kiosks take turns', async () => {
  simulator = await startStarLineSimulator({ millisecondsPerRow: 1 });
  const kiosks = [0, 1].map(() => openStarDriver(simulator, { isShared: true }));
  printer = openStarDriver(simulator);
  const outcomes = await Promise.all([...kiosks, ...kiosks].map((kiosk) => kiosk.print(createJob())));
  expect(outcomes).toEqual(new Array(4).fill({ state: 'printed' }));
  expect(wholeSheets()).toHaveLength(4);
});

it('a printer of our own that serves somebody else is hung within 4 s', async () => {
  simulator = await startStarLineSimulator();
  printer = openStarDriver(simulator);
  const other = connect(simulator.port.port, simulator.port.host);
  await once(other, 'connect');
  const begun = performance.now();
  expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'hung', paper: 'blank' });
  expect(performance.now() - begun).toBeLessThan(4_000);
  other.destroy();
});

it('says printed only of whole sheets, whatever strikes wherever', { timeout: 60_000 }, async () => {
  const faults: Record<string, () => void> = {
    paper: () => {
      simulator.setTrouble({ paperOut: true });
    },
    cover: () => {
      simulator.setTrouble({ coverOpen: true });
    },
    jam: () => {
      simulator.setJammed(true);
    },
    hang: () => {
      simulator.hang();
    },
    reset: () => {
      simulator.reset();
    },
    off: () => {
      simulator.switchOff();
    },
  };
  const outcomes: JobOutcome['state'][] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(faults)),
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom(...models.map(([, options]) => options)),
      async (name, rows, options) => {
        await start(options);
        simulator.paper.atRow(rows, () => faults[name]?.());
        const { state } = await printer.print(createJob());
        const whole = wholeSheets().filter(({ height }) => height === 400);
        if (state === 'printed') expect(whole).toHaveLength(1);
        if (state === 'failed') expect(whole).toHaveLength(0);
        outcomes.push(state);
        await stop();
      },
    ),
    { numRuns: 25 },
  );
  expect(new Set(outcomes).size).toBeGreaterThan(1);
});

it('is printed dot for dot at any width, whatever the picture, and leaves nothing but its own commands', async () => {
  await start({ widthDots: 832 });
  const pictures = fc
    .record({
      width: fc.integer({ min: 384, max: 832 }),
      height: fc.integer({ min: 1, max: 40 }),
      texture: fc.uint8Array({ minLength: 100, maxLength: 1_000 }),
    })
    .map(({ width, height, texture }) => {
      const raster = createRaster(width, height);
      const run = [0x1b, 0x06, 0x01, 0x18, 0x1b, 0x1d, 0x03, 0x04, 0x17, 0x05];
      for (let index = 0; index < raster.bits.length; index += 1) {
        if (index % bytesPerRow(width) === bytesPerRow(width) - 1) continue;
        const byte = texture[index % texture.length] ?? 0;
        raster.bits[index] = byte < 128 ? (run[byte % run.length] ?? 0) : byte < 192 ? 0 : byte;
      }
      return raster;
    });
  await fc.assert(
    fc.asyncProperty(pictures, async (raster) => {
      const before = simulator.paper.pieces.length;
      expect(await printer.print(createJob(raster))).toEqual({ state: 'printed' });
      expect(simulator.paper.pieces).toHaveLength(before + 1);
      const paper = simulator.paper.pieces.at(-1)?.raster;
      const { sent } = encodeRows(raster);
      for (let y = 0; y < sent.height; y += 1) {
        const [from, to] = [y * 104, y * bytesPerRow(raster.width)];
        const row = paper?.bits.subarray(from, from + bytesPerRow(raster.width));
        expect(Buffer.compare(row ?? Buffer.of(), sent.bits.subarray(to, to + bytesPerRow(raster.width)))).toBe(0);
      }
    }),
    { numRuns: 40 },
  );
  expect(simulator.counts).toMatchObject({ unknown: 0, realTimeInsideRaster: 0 });
});

describe('the bytes of a sheet without a printer', () => {
  it.each([
    ['partial', '13'],
    ['full', '9'],
    ['none', '3'],
  ] as const)('end with what the cutter can do: %s', (cutter, mode) => {
    const [media] = starProfile.media;
    const bytes = encodeStarLineSheet({
      raster: stripedBadge(),
      profile: { ...starProfile, cutter },
      media: { ...starProfile.media[0], ...media, leftDots: 20 } as (typeof starProfile.media)[number],
    });
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain(`\u001b*rE${mode}\0`);
    expect(text).toContain('\u001b*rml2\0');
  });
});
