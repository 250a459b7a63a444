import process from 'node:process';
import { findPostgres } from '../../build/set-up/install-postgres.mjs';
import { startPostgres } from './start-postgres.ts';

/**
 * One server for all tests, whose address they find in FOYER_TEST_POSTGRES. It is missing where there is no PostgreSQL. An address that
 * is already there is of somebody's own server.
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['FOYER_TEST_POSTGRES'] !== undefined) return undefined;
  const programs = findPostgres();
  if (programs === null) return undefined;
  const postgres = await startPostgres(programs);
  process.env['FOYER_TEST_POSTGRES'] = postgres.url;
  return () => postgres.stop();
}
