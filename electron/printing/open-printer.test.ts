import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createJob } from '../../test/simulators/escpos/driver-bench.ts';
import { startEscposSimulator } from '../../test/simulators/escpos/escpos-simulator.ts';
import { openPrinter } from './open-printer.ts';
import { configured } from './test-configured.ts';

it('opens the printer that an address names', async () => {
  const simulator = await startEscposSimulator();
  onTestFinished(() => simulator.close());
  const folder = await mkdtemp(join(tmpdir(), 'foyer-sheets-'));
  onTestFinished(() => rm(folder, { recursive: true }));

  expect(await openPrinter(configured({ address: `tcp://127.0.0.1:${simulator.port}` })).print(createJob())).toEqual({
    state: 'printed',
  });
  expect(simulator.sheets).toHaveLength(1);
  expect(await openPrinter(configured({ address: `folder:${folder}` })).print(createJob())).toEqual({
    state: 'printed',
  });
  expect(await readdir(folder)).toHaveLength(1);
});
