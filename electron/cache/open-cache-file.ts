import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { cacheVersion, schema, staffSchema } from './schema.ts';

/** Opens the cache; one that cannot be read is replaced by an empty one, because all of it can be had again. */
export function openCacheFile(path: string, logger: Logger): DatabaseSync {
  try {
    return open(path);
  } catch (error) {
    logger.warn({ err: error }, 'the cache is replaced');
    return replaceCacheFile(path);
  }
}

/** @throws when not even an empty one can be written */
export function replaceCacheFile(path: string): DatabaseSync {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  return open(path);
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    // A power cut may take the last pages of a download, never its consistency: the cursor goes with them.
    database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on');
    const version = readPragma(database, 'user_version');
    if (version === 0) create(database);
    else if (version === 1) database.exec(`begin immediate; ${staffSchema} commit;`);
    else if (version !== cacheVersion) throw new Error(`it has cache version ${String(version)}`);
    const check = database.prepare('pragma quick_check').get();
    if (Object.values(check ?? {})[0] !== 'ok') throw new Error('it is damaged');
    if (database.prepare('select 1 from state').get() === undefined) throw new Error('it has no state');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function create(database: DatabaseSync): void {
  database.exec(`begin immediate; ${schema}`);
  database.prepare('insert into state (generation, revision) values (?, 0)').run(randomUUID());
  database.exec('commit');
}

function readPragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]);
}
