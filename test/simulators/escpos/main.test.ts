import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PNG } from 'pngjs';
import { expect, it, onTestFinished } from 'vitest';
import { fromRgba } from '../../../domain/raster.ts';
import { encodeRaster } from '../../../electron/printing/escpos/raster-bands.ts';
import { createDriver, createJob } from './driver-bench.ts';

const command = new URL('main.ts', import.meta.url).pathname;

it('keeps each sheet as a picture', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-simulator-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const simulator = spawn(process.execPath, [command, '--out', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void simulator.kill());
  const lines = createInterface({ input: simulator.stdout })[Symbol.asyncIterator]();

  const greeting = await lines.next();
  const port = Number(/:(\d+)$/.exec(greeting.done === true ? '' : greeting.value)?.[1]);
  const job = createJob();
  expect(await createDriver({ host: '127.0.0.1', port }).print(job)).toEqual({ state: 'printed' });
  await lines.next();

  const png = PNG.sync.read(await readFile(join(folder, 'sheet-0001.png')));
  expect(fromRgba(png.data, png.width, png.height)).toEqual(encodeRaster(job.raster).sent);
  simulator.kill('SIGINT');
  expect(await once(simulator, 'exit')).toEqual([0, null]);
});

it('explains itself', () => {
  const help = spawnSync(process.execPath, [command, '--help'], { encoding: 'utf8' });
  expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('--fault')]);
  const wrong = spawnSync(process.execPath, [command, '--out', '.', '--fault', 'flood'], { encoding: 'utf8' });
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('"flood"')]);
});
