import { locateJson, toLineAndColumn, type JsonPositions } from './json-positions.ts';
import type { Problem } from './problem.ts';

export interface JsonDocument {
  readonly value: unknown;
  /** The line, from 1, on which the value at a path stands, or the nearest value around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** A JSON text; null and one problem with line and column when it is not one. */
export function parseJson(file: string, text: string): { document: JsonDocument | null; problems: Problem[] } {
  try {
    const value: unknown = JSON.parse(text);
    if (!isTooDeep(value)) return { document: { value, lineOf: createLineFinder(text) }, problems: [] };
    const message = `The values lie more than ${deepest} deep in one another.`;
    return { document: null, problems: [{ severity: 'error', file, message, instead: 'Write them flat.' }] };
  } catch {
    const fault = locateJson(text).fault ?? text.length;
    const { line, column } = toLineAndColumn(text, fault);
    const found = text.slice(fault, fault + 1);
    return {
      document: null,
      problems: [
        {
          severity: 'error',
          file,
          line,
          found,
          message:
            found === ''
              ? `The file ends in the middle, at line ${line}, column ${column}.`
              : `This is not JSON from column ${column} on, where ${found === '"' ? 'a quotation mark' : `"${found}"`} stands.`,
          instead: 'Look for a missing comma, bracket or quotation mark there or just before.',
        },
      ],
    };
  }
}

/** No file of a pack needs more, and deeper ones would exhaust the stack of whatever walks them. */
const deepest = 64;

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((inner): unknown[] =>
      typeof inner === 'object' && inner !== null ? Object.values(inner) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

function createLineFinder(text: string): JsonDocument['lineOf'] {
  let positions: JsonPositions | undefined;
  let starts: readonly number[] | undefined;
  return (path) => {
    positions ??= locateJson(text);
    starts ??= listLineStarts(text);
    for (let length = path.length; length > 0; length -= 1) {
      const offset = positions.offsets.get(path.slice(0, length).map(String).join('\n'));
      if (offset !== undefined) return countUpTo(starts, offset);
    }
    return 1;
  };
}

/** Counted once: a file of 12 MB may have thousands of problems. */
function listLineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: end }) => index + end.length)];
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
