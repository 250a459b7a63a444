import { isDeepStrictEqual } from 'node:util';
import { assert } from '../../domain/assert.ts';
import { err, ok, type Result } from '../../domain/result.ts';

/**
 * Prepares event.json to take a sealing key as its last entry, every other character as it was. A key that is there already is not
 * replaced: registrations may be sealed to it. The reason is a sentence.
 */
export function putSealingKey(text: string): Result<(sealingKey: string) => string, string> {
  const event = parseJson(text);
  if (!isObject(event)) return err('this is not a JSON object. `npm run event -- check` says where it breaks.');
  if (Object.hasOwn(event, 'sealingKey')) {
    return err('it has a sealingKey already. If nobody has registered with it, take that line out and run this again.');
  }
  return ok((sealingKey) => {
    const [, newLine, indent] = /^\{(\r?\n)([ \t]+)/.exec(text.trimStart()) ?? [];
    const [gap, end] = newLine === undefined || indent === undefined ? [' ', ' '] : [`${newLine}${indent}`, newLine];
    const comma = Object.keys(event).length > 0 ? ',' : '';
    const written = text.replace(/\s*\}(\s*)$/, `${comma}${gap}"sealingKey": "${sealingKey}"${end}}$1`);
    assert(isDeepStrictEqual(parseJson(written), { ...event, sealingKey }), 'only the sealing key was added');
    return written;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
