import { afterEach, expect, it } from 'vitest';
import { createDriver, createJob, shortTimeouts } from '../../../test/simulators/brother-ql/driver-bench.ts';
import {
  startBrotherQlSimulator,
  type BrotherQlSimulator,
} from '../../../test/simulators/brother-ql/brother-ql-simulator.ts';
import { startNetworkAgent } from '../../../test/simulators/brother-ql/network-agent.ts';
import type { Printer } from '../printer.ts';
import { createNetworkStatus } from './network-status.ts';

let simulator: BrotherQlSimulator;
let agent: Awaited<ReturnType<typeof startNetworkAgent>>;
let printer: Printer;

async function start(): Promise<void> {
  simulator = await startBrotherQlSimulator({ answers: false, millisecondsPerRow: 0.2 });
  agent = await startNetworkAgent(simulator);
  const askNetwork = createNetworkStatus({ host: '127.0.0.1', port: agent.port });
  printer = createDriver(simulator, { askNetwork, timeouts: { ...shortTimeouts, settle: 4_000 } });
}

afterEach(async () => {
  agent.close();
  await simulator.close();
  await printer.close();
});

it('prints over a port that says nothing, and believes the pages that the printer has counted', async () => {
  await start();
  expect(await printer.status()).toEqual({ faults: [], paperLow: false });
  const job = createJob();
  expect(await printer.print(job)).toEqual({ state: 'printed' });
  expect(await printer.print(job)).toEqual({ state: 'printed' });
  expect(simulator.pieces.map(({ raster }) => raster.height)).toEqual([150, 400, 400]);
  expect(simulator.pieces[2]?.raster).toEqual(job.raster);
  expect(simulator.counts).toMatchObject({ unknown: 0, badLines: 0 });
});

it.each(['paper-out', 'cover-open', 'cutter'] as const)(
  '%s is told before and in the middle of a job',
  async (fault) => {
    await start();
    simulator.strike(fault, { afterRows: 300 });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault, paper: 'begun' });
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault, paper: 'blank' });
    simulator.putRight();
    expect(await printer.print(createJob())).toEqual({ state: 'printed' });
    expect(simulator.pieces.filter(({ isWhole, raster }) => isWhole && raster.height === 400)).toHaveLength(1);
  },
);

it.each(['hung', 'reset', 'lies'] as const)('%s in the middle leaves it unknown', async (fault) => {
  await start();
  expect(await printer.print(createJob())).toEqual({ state: 'printed' });
  simulator.strike(fault, { afterRows: 100 });
  expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
  simulator.putRight();
});

it('a printer that answers neither way is hung', async () => {
  await start();
  agent.close();
  expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'hung', paper: 'blank' });
  expect(simulator.counts.rows).toBe(0);
});
