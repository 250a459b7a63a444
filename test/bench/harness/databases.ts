import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findPostgres } from '../../../build/set-up/install-postgres.mjs';
import { startPostgres } from '../../postgres/start-postgres.ts';
import type { Figure, Skip } from './benchmark.ts';

export interface Databases {
  readonly kind: 'SQLite' | 'PostgreSQL';
  /** An empty one, on the same disk and the same server as the others. @returns what a hub's store takes */
  create(): Promise<string>;
}

/** Measures on SQLite and then on a PostgreSQL of its own, which is skipped by name where there is none. */
export async function onEachDatabase(
  skip: Skip,
  measure: (databases: Databases) => Promise<Figure[]>,
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  try {
    const files = {
      kind: 'SQLite',
      create: () => Promise.resolve(join(mkdtempSync(join(folder, 'at-')), 'hub.sqlite')),
    } as const;
    return [...(await measure(files)), ...(await onPostgres(skip, measure))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(skip: Skip, measure: (databases: Databases) => Promise<Figure[]>): Promise<Figure[]> {
  const programs = findPostgres();
  if (programs === null) {
    skip('PostgreSQL', 'this machine has no PostgreSQL; npm test installs one on Debian as root');
    return [];
  }
  const server = await startPostgres(programs);
  let number = 0;
  const create = async () => {
    number += 1;
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(`create database bench_${number}`);
    await client.end();
    const url = new URL(server.url);
    url.pathname = `/bench_${number}`;
    return url.href;
  };
  try {
    return await measure({ kind: 'PostgreSQL', create });
  } finally {
    await server.stop();
  }
}

export function isPostgres(url: string): boolean {
  return url.startsWith('postgres://');
}
