import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { assert } from '../domain/assert.ts';
import { err, ok, type Result } from '../domain/result.ts';

/**
 * Prepares event.json to take a sealing key as its last entry, every other character as it was. A key that is there already is not
 * replaced: registrations may be sealed to it. The reason is a sentence.
 */
export function putSealingKey(text: string): Result<(sealingKey: string) => string, string> {
  const event = z.record(z.string(), z.unknown()).safeParse(parseJson(text));
  if (!event.success) return err('this is not a JSON object. `npm run event -- check` says where it breaks.');
  if (Object.hasOwn(event.data, 'sealingKey')) {
    return err('it has a sealingKey already. If nobody has registered with it, take that line out and run this again.');
  }
  return ok((sealingKey) => {
    const [, newLine, indent] = /^\{(\r?\n)([ \t]+)/.exec(text.trimStart()) ?? [];
    const [gap, end] = newLine === undefined || indent === undefined ? [' ', ' '] : [`${newLine}${indent}`, newLine];
    const comma = Object.keys(event.data).length > 0 ? ',' : '';
    const written = text.replace(/\s*\}(\s*)$/, `${comma}${gap}"sealingKey": "${sealingKey}"${end}}$1`);
    assert(isDeepStrictEqual(parseJson(written), { ...event.data, sealingKey }), 'only the sealing key was added');
    return written;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
