import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../../domain/print-job.ts';
import { createRaster, setBlack, type Raster } from '../../../domain/raster.ts';
import { openQueueDriver, printArea, queueMedia } from '../../../test/simulators/ipp/ipp-bench.ts';
import {
  startIppSimulator,
  type IppSimulator,
  type IppSimulatorOptions,
} from '../../../test/simulators/ipp/ipp-simulator.ts';
import type { Printer, PrintJob } from '../printer.ts';

let simulator: IppSimulator;
let printer: Printer;
let jobCount = 0;

/** With the timeouts that kiosks use. */
async function start(options?: IppSimulatorOptions): Promise<void> {
  simulator = await startIppSimulator(options);
  printer = openQueueDriver(simulator);
}

async function stop(): Promise<void> {
  await simulator.close();
  await printer.close();
}

afterEach(stop);

const badge = stripedBadge();

function stripedBadge(): Raster {
  const raster = createRaster(queueMedia.widthDots, queueMedia.heightDots);
  for (let y = 20; y < 1_600; y += 1) for (let x = y % 9; x < 1_000; x += 5) setBlack(raster, x, y);
  return raster;
}

function createJob(): PrintJob {
  jobCount += 1;
  return { id: `0196f2d0-7c1a-7000-8000-${jobCount.toString(16).padStart(12, '0')}`, document: 'badge', raster: badge };
}

const wholeSheets = () =>
  simulator.paper.pieces.filter(({ isWhole }) => isWhole).map(({ raster }) => printArea(raster, queueMedia));

async function expectCleanSheet(): Promise<void> {
  expect(await printer.print(createJob())).toEqual({ state: 'printed' });
  expect(wholeSheets().at(-1)?.bits).toEqual(badge.bits);
  expect(simulator.counts.unknown).toBe(0);
}

async function withinFiveSeconds<Value>(act: () => Promise<Value>): Promise<Value> {
  const begun = performance.now();
  const value = await act();
  expect(performance.now() - begun).toBeLessThan(5_000);
  return value;
}

type Trouble = Parameters<IppSimulator['setTrouble']>[0];
const models: [string, IppSimulatorOptions][] = [
  ['that knows Create-Job', {}],
  ['that knows Print-Job only', { lacks: ['Create-Job', 'Send-Document'] }],
  ['that takes one job at a time', { takesOneJob: true }],
];

describe.each(models)('a print service %s', (_name, options) => {
  it('prints dot for dot', async () => {
    await start(options);
    await expectCleanSheet();
    await expectCleanSheet();
    expect(wholeSheets()).toHaveLength(2);
  });

  it.each<[string, Trouble, Trouble]>([
    ['paper-out', { paperOut: true }, { paperOut: false }],
    ['cover-open', { coverOpen: true }, { coverOpen: false }],
    ['overheated', { overheated: true }, { overheated: false }],
  ])('%s is told before and in the middle, and the rest never follows', async (fault, trouble, mended) => {
    await start(options);
    simulator.setTrouble(trouble);
    expect(await printer.status()).toMatchObject({ faults: [fault] });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault, paper: 'blank' });
    simulator.setTrouble(mended);
    simulator.paper.atRow(300, () => {
      simulator.setTrouble(trouble);
    });
    const outcome = await withinFiveSeconds(() => printer.print(createJob()));
    expect(outcome).toEqual({ state: 'failed', fault, paper: 'begun' });
    simulator.setTrouble(mended);
    await expectCleanSheet();
    expect(wholeSheets()).toHaveLength(1);
  });
});

describe('a printer that does not say how it is', () => {
  it('is hung within 4 s, or leaves a sheet unknown within 5', async () => {
    await start();
    simulator.setTrouble({ hanging: true });
    const begun = performance.now();
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'hung', paper: 'blank' });
    expect(performance.now() - begun).toBeLessThan(4_000);
    simulator.setTrouble({ hanging: false });
    simulator.paper.atRow(300, () => {
      simulator.setTrouble({ hanging: true });
    });
    expect(await withinFiveSeconds(() => printer.print(createJob()))).toEqual({ state: 'unknown' });
  });

  it('is offline when nobody is there, and leaves a sheet unknown when it goes', async () => {
    await start();
    simulator.paper.atRow(300, () => {
      simulator.switchOff();
    });
    expect(await withinFiveSeconds(() => printer.print(createJob()))).toEqual({ state: 'unknown' });
    expect(await printer.status()).toEqual({ faults: ['offline'], paperLow: false });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'offline', paper: 'blank' });
    await simulator.wake();
    await expectCleanSheet();
  });

  it('leaves a sheet unknown when it forgets it', async () => {
    await start();
    simulator.paper.atRow(300, () => {
      simulator.reset();
    });
    expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
    await expectCleanSheet();
    expect(wholeSheets()).toHaveLength(1);
  });

  it('is not believed when it is "idle" before a job', async () => {
    await start();
    simulator.setTrouble({ lying: true });
    expect(await withinFiveSeconds(() => printer.print(createJob()))).toMatchObject({ state: 'failed', fault: 'hung' });
    simulator.setTrouble({ lying: false });
    simulator.paper.atRow(300, () => {
      simulator.setTrouble({ lying: true });
    });
    expect(await withinFiveSeconds(() => printer.print(createJob()))).toEqual({ state: 'unknown' });
    simulator.setTrouble({ lying: false });
    expect(wholeSheets()).toHaveLength(0);
  });

  it('is waited for when it is only slow to answer', async () => {
    await start();
    simulator.delayAnswers(700);
    await expectCleanSheet();
  });
});

it('low paper is told and does not stop a job', async () => {
  await start();
  simulator.setTrouble({ paperLow: true });
  expect(await printer.status()).toEqual({ faults: [], paperLow: true });
  await expectCleanSheet();
});

it.each([[false], [true]])('two kiosks share a printer (takes one job at a time: %s)', async (takesOneJob) => {
  await start({ takesOneJob, millisecondsPerRow: 0.2 });
  const kiosks = [0, 1].map(() => openQueueDriver(simulator, { isShared: true }));
  const outcomes = await Promise.all([...kiosks, ...kiosks].map((kiosk) => kiosk.print(createJob())));
  expect(outcomes).toEqual(new Array(4).fill({ state: 'printed' }));
  expect(wholeSheets()).toHaveLength(4);
});

it("a printer of our own that is busy with somebody else's job is hung, and prints nothing later", async () => {
  await start({ millisecondsPerRow: 5 });
  const other = openQueueDriver(simulator, { isShared: true }).print(createJob());
  await expect.poll(() => simulator.isWorking()).toBe(true);
  const outcome = await withinFiveSeconds(() => printer.print(createJob()));
  expect(outcome).toEqual({ state: 'failed', fault: 'hung', paper: 'blank' });
  expect(await other).toEqual({ state: 'printed' });
  expect(wholeSheets()).toHaveLength(1);
});

it('a job tells a print server its number, and nothing else', async () => {
  await start();
  const job = createJob();
  await printer.print(job);
  const said = [...simulator.jobs.values()].map((one) => one.said).join('');
  const texts = [...said.matchAll(/"values":\[("[^\]]*")\]/gu)].flatMap(
    ([, values = '']) => JSON.parse(`[${values}]`) as string[],
  );
  expect(texts.sort()).toEqual(
    [
      'utf-8',
      'en',
      `ipp://127.0.0.1:${String(simulator.port)}/ipp/print`,
      'foyer',
      job.id,
      'one-sided',
      'none',
      'iso_a6_105x148mm',
    ].sort(),
  );
});

it('says printed only of whole sheets, whatever strikes wherever', { timeout: 60_000 }, async () => {
  const faults: Record<string, () => void> = {
    paper: () => {
      simulator.setTrouble({ paperOut: true });
    },
    cover: () => {
      simulator.setTrouble({ coverOpen: true });
    },
    reset: () => {
      simulator.reset();
    },
    off: () => {
      simulator.switchOff();
    },
    lie: () => {
      simulator.setTrouble({ lying: true });
    },
  };
  const outcomes: JobOutcome['state'][] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(faults)),
      fc.integer({ min: 1, max: 1_748 }),
      fc.constantFrom(...models.map(([, options]) => options)),
      async (name, rows, options) => {
        await start(options);
        simulator.paper.atRow(rows, () => faults[name]?.());
        const { state } = await printer.print(createJob());
        if (state === 'printed') expect(wholeSheets()).toHaveLength(1);
        if (state === 'failed') expect(wholeSheets()).toHaveLength(0);
        outcomes.push(state);
        await stop();
      },
    ),
    { numRuns: 15 },
  );
  expect(new Set(outcomes).size).toBeGreaterThan(1);
});

describe('something else at the address', () => {
  let server: Server | null = null;
  afterEach(() => server?.close());

  it.each<[string, number, string]>([
    ['a web page', 200, '<html>'],
    ['a page that wants a password', 401, ''],
  ])('%s is faulty, and gets no document', async (_name, status, body) => {
    await start();
    let heard = '';
    server = createServer((request, response) => {
      request.setEncoding('latin1').on('data', (text: string) => (heard += text));
      request.on('end', () => response.writeHead(status).end(body));
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const driver = openQueueDriver({ host: '127.0.0.1', port });
    expect(await driver.print(createJob())).toEqual({ state: 'failed', fault: 'faulty', paper: 'blank' });
    expect(heard).not.toContain('%PDF');
  });
});
