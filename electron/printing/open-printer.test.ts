import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createRaster } from '../../domain/raster.ts';
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

it('keeps beside the picture what a model would be sent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-sheets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const endings = {
    'epson-tm-m30iii': 'escpos',
    'star-mc-print3': 'star',
    'zebra-zd421-203': 'zpl',
    'brother-ql-820nwb': 'ql',
    'generic-queue': 'pdf',
  };
  for (const [model, ending] of Object.entries(endings)) {
    const printer = openPrinter(configured({ address: `folder:${folder}`, model }));
    const job = createJob(createRaster(printer.media.widthDots, printer.media.heightDots ?? 300));
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    const bytes = await readFile(join(folder, `${job.id}-badge.${ending}`));
    expect(bytes.length).toBeGreaterThan(10);
    expect(await readdir(folder)).toContain(`${job.id}-badge.png`);
    if (ending === 'pdf') expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  }
});
