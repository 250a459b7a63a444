import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import type { GivenOptions } from './given-option.ts';
import { configFlag, optionNames } from './options.ts';
import { readJsonWithComments, type Place } from './read-json-comments.ts';

/** Names the schema of the file, for editors; no option. */
const schemaKey = '$schema';

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
  const { keys: found, faults } = readJsonWithComments(content);
  if (found === null) {
    problems.push(
      `${path}: is not a JSON object. Write something like {"kiosk": "K1", "printer": "tcp://192.168.1.50:9100"}.`,
    );
    return new Map();
  }
  for (const { place, words } of faults) problems.push(`${path}, ${describePlace(place)}: ${words}.`);
  const known = new Set<string>(optionNames);
  const keys: GivenOptions = new Map();
  for (const { name, value, place } of found) {
    if (name === schemaKey) continue;
    const origin = `"${name}" in ${path}, ${describePlace(place)}`;
    if (!known.has(name)) problems.push(`${origin}: unknown option. The keys are ${optionNames.join(', ')}.`);
    else if (keys.has(name)) problems.push(`${origin}: stands there a second time; take one of them out.`);
    else keys.set(name, { value, base: dirname(path), origin });
  }
  return keys;
}

function describePlace({ line, column }: Place): string {
  return `line ${line}, column ${column}`;
}

function readTextFile(path: string): Result<string, NodeJS.ErrnoException> {
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    return err(error as NodeJS.ErrnoException);
  }
}
