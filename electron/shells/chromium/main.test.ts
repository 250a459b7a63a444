import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { optionNames, toFlag } from '../../config/options.ts';

function run(argv: string[], environment: Record<string, string> = {}) {
  const main = join(import.meta.dirname, 'main.ts');
  return spawnSync(process.execPath, [main, ...argv], { encoding: 'utf8', env: { ...process.env, ...environment } });
}

it('explains every option', { timeout: 20_000 }, () => {
  const { status, stdout } = run(['--help']);
  expect(status).toBe(0);
  for (const name of optionNames) expect(stdout).toContain(`--${toFlag(name)}`);
});

it('names each wrong option and ends with 2', { timeout: 20_000 }, () => {
  const { status, stdout, stderr } = run(['--port', 'x', '--prot=1'], { FOYER_MEDIA: 'B7' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/--prot: unknown option[^]*--port: "x" does not fit/);
  expect(stderr).toContain('FOYER_MEDIA: "B7" does not fit; write what a Folder of pictures can hold: 72mm');
});
