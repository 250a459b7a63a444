import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import type { GivenOptions } from './given-option.ts';
import { configFlag, optionNames } from './options.ts';

/** @param nearer what flags, environment and defaults say, for the file's own path */
export function readKioskFile(nearer: GivenOptions, problems: string[]): GivenOptions {
  const named = nearer.get(configFlag);
  const data = nearer.get('data');
  const path =
    typeof named?.value === 'string'
      ? resolve(named.base, named.value)
      : join(resolve(data?.base ?? '', String(data?.value)), 'kiosk.json');
  const content = readTextFile(path);
  if (!content.ok) {
    if (named !== undefined || content.reason.code !== 'ENOENT') {
      problems.push(
        `${named?.origin ?? 'kiosk.json'} ${path}: cannot be read (${content.reason.message}). Write the path of a JSON file.`,
      );
    }
    return new Map();
  }
  return readKeys({ path, content: content.value }, problems);
}

function readKeys({ path, content }: { path: string; content: string }, problems: string[]): GivenOptions {
  const object = z.record(z.string(), z.unknown()).safeParse(parseJson(content));
  if (!object.success) {
    problems.push(
      `${path}: is not a JSON object. Write something like {"kiosk": "K1", "printer": "tcp://192.168.1.50:9100"}.`,
    );
    return new Map();
  }
  const known = new Set<string>(optionNames);
  const keys: GivenOptions = new Map();
  for (const [name, value] of Object.entries(object.data)) {
    if (known.has(name)) keys.set(name, { value, base: dirname(path), origin: `"${name}" in ${path}` });
    else problems.push(`"${name}" in ${path}: unknown option. The keys are ${optionNames.join(', ')}.`);
  }
  return keys;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function readTextFile(path: string): Result<string, NodeJS.ErrnoException> {
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    return err(error as NodeJS.ErrnoException);
  }
}
