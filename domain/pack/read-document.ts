import type { z } from 'zod';
import { checkItem } from './check-item.ts';
import { decodeText } from './decode-text.ts';
import { parseJson, type JsonDocument } from './parse-json.ts';
import { quote, type Problem } from './problem.ts';
import { describePath } from './read-items.ts';

/** Finds the place in a JSON file that a problem names. */
export type LocateInDocument = (path: readonly PropertyKey[]) => Pick<Problem, 'file' | 'line' | 'column'>;

/** The JSON that a file holds; null when it holds none. */
export function readJson(file: string, bytes: Uint8Array): { document: JsonDocument | null; problems: Problem[] } {
  const { text, problems } = decodeText(file, bytes);
  if (text === null) return { document: null, problems };
  const { document, problems: syntaxProblems } = parseJson(file, text);
  return { document, problems: [...problems, ...syntaxProblems] };
}

export function createLocate(file: string, document: JsonDocument): LocateInDocument {
  return (path) => ({
    file,
    line: document.lineOf(path),
    ...(path.length === 0 ? {} : { column: describePath(path) }),
  });
}

/** A file that is one item, against its schema. */
export function checkWhole<Item>(schema: z.ZodType<Item>, value: unknown, locate: LocateInDocument) {
  const { item, faults } = checkItem(schema, value);
  const found = faults.map(({ severity, path, found: written, message, instead }): Problem => {
    const shown = written === undefined ? {} : { found: quote(written) };
    return { severity, ...locate(path), ...shown, message, instead };
  });
  return { item, found };
}
