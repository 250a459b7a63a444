import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { doctorReportSchema } from '../../../domain/doctor-report.ts';
import { watchOutput } from '../../end-to-end/host-process.ts';
import { buildRunning, startRunning } from './open-running.ts';

const shownSchema = doctorReportSchema.extend({ verdict: z.enum(['green', 'amber', 'red']), signed: z.null() });

let preloadWorld: string;
let folder: string;
beforeAll(async () => {
  preloadWorld = await buildRunning();
  folder = mkdtempSync(join(tmpdir(), 'foyer-electron-doctor-'));
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('the doctor looks through Electron’s window, prints a test sheet and ends', { timeout: 60_000 }, async () => {
  const only = ['display', 'fonts', 'printers', 'disk'].flatMap((check) => ['--only', check]);
  const child = startRunning(preloadWorld, ['doctor', '--json', '--data', folder, ...only]);
  const host = watchOutput(child);
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(host.output()).not.toContain('the command failed');
  const { shell, findings } = shownSchema.parse(JSON.parse(out));
  expect(shell).toBe('electron');
  expect(findings.map(({ check, state }) => [check, state])).toEqual([
    ['display', expect.stringMatching(/green|amber/) as string],
    ['fonts', 'green'],
    ['printers', 'green'],
    ['disk', expect.stringMatching(/green|amber/) as string],
  ]);
  expect(code).toBe(0);
  expect(existsSync(join(folder, 'printed'))).toBe(true);
});
