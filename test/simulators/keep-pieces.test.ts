import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PNG } from 'pngjs';
import { expect, it, onTestFinished } from 'vitest';
import { fromRgba } from '../../domain/raster.ts';
import * as brotherQl from './brother-ql/driver-bench.ts';
import * as zpl from './zpl/driver-bench.ts';

it.each([
  ['zpl', zpl],
  ['brother-ql', brotherQl],
] as const)('%s keeps each piece as a picture', async (name, { createDriver, createJob }) => {
  const command = new URL(`${name}/main.ts`, import.meta.url).pathname;
  const folder = await mkdtemp(join(tmpdir(), 'foyer-simulator-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const simulator = spawn(process.execPath, [command, '--out', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void simulator.kill());
  const lines = createInterface({ input: simulator.stdout })[Symbol.asyncIterator]();
  const greeting = await lines.next();
  const port = Number(/:(\d+)$/u.exec(greeting.done === true ? '' : greeting.value)?.[1]);

  const job = createJob();
  const timeouts = { connect: 2_000, answer: 1_500, drain: 1_000, settle: 5_000, turn: 4_000 };
  expect(await createDriver({ host: '127.0.0.1', port }, { timeouts }).print(job)).toEqual({ state: 'printed' });
  // The empty piece by which the first sheet of a process is cut free, and the sheet.
  await lines.next();
  await lines.next();
  const png = PNG.sync.read(await readFile(join(folder, 'piece-0002.png')));
  expect(fromRgba(png.data, png.width, png.height)).toEqual(job.raster);
  simulator.kill('SIGINT');
  expect(await once(simulator, 'exit')).toEqual([0, null]);
});

it('explains itself', () => {
  const command = new URL('zpl/main.ts', import.meta.url).pathname;
  const help = spawnSync(process.execPath, [command, '--help'], { encoding: 'utf8' });
  expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('--fault')]);
  const wrong = spawnSync(process.execPath, [command, '--out', '.', '--fault', 'flood'], { encoding: 'utf8' });
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('"flood"')]);
});
