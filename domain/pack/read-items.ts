import { decodeText } from './decode-text.ts';
import type { Found, PackSource, ReaderSettings } from './pack-source.ts';
import { parseJson, type JsonDocument } from './parse-json.ts';
import type { Problem } from './problem.ts';

/** A JSON file with a list in it: at the path that event.json tells, at the top, or the only one below it. */
export function readJsonList({ file, bytes }: PackSource, { list }: ReaderSettings): Found {
  const { text, problems } = decodeText(file, bytes);
  const read = text === null ? { document: null, problems: [] } : parseJson(file, text);
  const all = [...problems, ...read.problems];
  if (read.document === null) return nothing(file, all);
  const at = findItems(read.document.value, list);
  if (at === null) return nothing(file, [...all, explainNoList(file, list)]);
  const records = at.items.map((value, index) => ({ row: index + 1, value }));
  return { records, headings: null, complete: true, locate: locateIn(file, read.document, at.base), problems: all };
}

/** One JSON object a line; a line that is none is told of, and reading goes on. */
export function readJsonLines({ file, bytes }: PackSource): Found {
  const { text, problems } = decodeText(file, bytes);
  if (text === null) return nothing(file, problems);
  const faults: Problem[] = [];
  const records = text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const row = index + 1;
    const { document, problems: found } = parseJson(file, line);
    faults.push(...found.map((problem) => ({ ...problem, line: row })));
    return document === null ? [] : [{ row, value: document.value }];
  });
  const locate: Found['locate'] = (row, path) => ({ file, line: row, ...nameColumn(path) });
  return { records, headings: null, complete: faults.length === 0, locate, problems: [...problems, ...faults] };
}

function nothing(file: string, problems: readonly Problem[]): Found {
  return { records: [], headings: null, complete: false, locate: () => ({ file }), problems };
}

function findItems(value: unknown, list: string | null): { items: readonly unknown[]; base: readonly string[] } | null {
  if (list !== null) {
    const base = list.split('.');
    const items = base.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
    return Array.isArray(items) ? { items, base } : null;
  }
  if (Array.isArray(value)) return { items: value, base: [] };
  if (!isObject(value)) return null;
  const lists = Object.entries(value).flatMap(([key, inner]) =>
    Array.isArray(inner) && inner.every(isObject) ? [{ items: inner, base: [key] }] : [],
  );
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function explainNoList(file: string, list: string | null): Problem {
  const stem = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const [message, instead] =
    list === null
      ? [
          `The file holds no list of ${stem}.`,
          `Write [ … ] around the ${stem}, each in { }, or name where it stands in event.json, under "files", as "list".`,
        ]
      : [`There is no list at "${list}".`, 'Write another path as "list" in event.json.'];
  return { severity: 'error', file, line: 1, message, instead };
}

function locateIn(file: string, document: JsonDocument, base: readonly string[]): Found['locate'] {
  return (row, path) => ({ file, row, line: document.lineOf([...base, row - 1, ...path]), ...nameColumn(path) });
}

function nameColumn(path: readonly PropertyKey[]): { column?: string } {
  return path.length === 0 ? {} : { column: describePath(path) };
}

/** `venue.name.en`, `days[0].date`. */
export function describePath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
