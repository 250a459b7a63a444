import type { Locate } from '../pack-source.ts';
import type { JsonDocument } from '../parse-json.ts';
import { describePath } from '../read-items.ts';

/** Finds features by their number in a list inside a JSON file, the first being 1. @param base path of that list */
export function createItemLocate(task: { file: string; document: JsonDocument; base: readonly string[] }): Locate {
  const { file, document, base } = task;
  return (row, path) => ({
    file,
    row,
    line: document.lineOf([...base, row - 1, ...path]),
    ...(path.length === 0 ? {} : { column: describePath(path) }),
  });
}
