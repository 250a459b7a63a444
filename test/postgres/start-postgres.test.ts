import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { findPostgres } from '../../build/set-up/install-postgres.mjs';
import { startPostgres } from './start-postgres.ts';

const programs = findPostgres();

async function ask(url: string, question: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(question)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe.skipIf(programs === null)('a PostgreSQL for tests', () => {
  it('keeps commits as at an event, and is gone when it is stopped', async () => {
    const { url, stop } = await startPostgres(programs ?? '');
    expect(await ask(url, 'show fsync')).toBe('on');
    expect(await ask(url, 'show synchronous_commit')).toBe('on');
    const folder = String(await ask(url, 'show unix_socket_directories'));
    expect(existsSync(folder)).toBe(true);
    await stop();
    expect(existsSync(folder)).toBe(false);
    await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('does not outlive a test that is killed', async () => {
    const script = `
      import { startPostgres } from '${import.meta.dirname}/start-postgres.ts';
      console.log((await startPostgres('${programs ?? ''}')).url);
      process.stdin.resume();`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const url = String(((await once(child.stdout, 'data')) as [Buffer])[0]).trim();
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    const disconnected = new Promise<void>((resolve) => {
      client.on('end', resolve);
    });
    child.kill('SIGKILL');
    await disconnected;
  });
});

it('serves the tests of this run', async () => {
  const url = process.env['FOYER_TEST_POSTGRES'];
  expect(url !== undefined).toBe(programs !== null);
  if (url !== undefined) expect(await ask(url, 'select 1')).toBe(1);
});
