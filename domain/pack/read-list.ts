import type { z } from 'zod';
import type { Language } from '../localised.ts';
import { checkItem, type Fault } from './check-item.ts';
import { decodeText } from './decode-text.ts';
import { foldColumns, toHeading } from './fold-columns.ts';
import { parseCsv } from './parse-csv.ts';
import { parseJson, type JsonDocument } from './parse-json.ts';
import { quote, type Problem } from './problem.ts';
import type { Table } from './tables.ts';

/** Finds the place that a problem names. */
type Locate = (row: number, path: readonly PropertyKey[]) => Pick<Problem, 'file' | 'row' | 'line' | 'column'>;

/** What one file of the pack lists: the items that are in order, and where each stands. */
export interface List<Item> {
  readonly entries: readonly { readonly row: number; readonly item: Item }[];
  /** As written: items that are not in order. What refers to them is not to blame. */
  readonly leftOut: readonly unknown[];
  /** False when there may be more items, in rows that could not be read at all. */
  readonly complete: boolean;
  readonly locate: Locate;
}

interface Outcome<Item> {
  list: List<Item> | null;
  problems: Problem[];
}

/** Reads `companies.csv`, `jobs.json` and the like; no list when nothing of it could be read. */
export function readList<Item>(table: Table<Item>, file: string, bytes: Uint8Array): Outcome<Item> {
  const { text, problems } = decodeText(file, bytes);
  if (text === null) return { list: null, problems };
  const outcome = file.endsWith('.csv') ? readSheet(table, file, text) : readDocument(table, file, text);
  return { list: outcome.list, problems: [...problems, ...outcome.problems] };
}

function readSheet<Item>(table: Table<Item>, file: string, text: string): Outcome<Item> {
  const { sheet, problems } = parseCsv(file, text);
  if (sheet.headings.every((heading) => heading === '')) {
    const instead = `Begin the file with a row of headings, such as ${Object.keys(table.columns).join(',')}.`;
    problems.push({ severity: 'error', file, row: 1, message: 'The file has no headings.', instead });
    return { list: null, problems };
  }
  const { rows, missing, problems: columnProblems } = foldColumns(file, sheet, table);
  const locate: Locate = (row, path) => ({ file, row, ...describeColumn(table, path) });
  const { list, problems: rowProblems } = checkItems({ schema: table.schema, rows, locate, missing, table });
  const complete = problems.length === 0 && rows.length === sheet.rows.length;
  return { list: { ...list, complete }, problems: [...problems, ...columnProblems, ...rowProblems] };
}

function describeColumn(table: Table<unknown>, path: readonly PropertyKey[]): { column?: string } {
  const [field, language] = path;
  if (field === undefined) return {};
  const localised = table.columns[String(field)]?.holds === 'localised text';
  return { column: localised ? toHeading(String(field), (language ?? 'en') as Language) : String(field) };
}

function readDocument<Item>(table: Table<Item>, file: string, text: string): Outcome<Item> {
  const { document, problems } = parseJson(file, text);
  if (document === null) return { list: null, problems };
  if (!Array.isArray(document.value)) {
    const message = `The file holds no list of ${table.nouns[1]}.`;
    const instead = `Write [ … ] around the ${table.nouns[1]}, each in { }.`;
    return { list: null, problems: [...problems, { severity: 'error', file, line: 1, message, instead }] };
  }
  return checkDocumentItems({ schema: table.schema, file, document, items: document.value, base: [], table });
}

/** @param base path of the list of items in the document */
export function checkDocumentItems<Item>(task: {
  schema: z.ZodType<Item>;
  file: string;
  document: JsonDocument;
  items: readonly unknown[];
  base: readonly string[];
  table?: Table<Item>;
}): { list: List<Item>; problems: Problem[] } {
  const { schema, file, document, items, base, table } = task;
  const rows = items.map((value, index) => ({ row: index + 1, value }));
  const locate: Locate = (row, path) => ({
    file,
    row,
    line: document.lineOf([...base, row - 1, ...path]),
    ...(path.length === 0 ? {} : { column: describePath(path) }),
  });
  return checkItems({ schema, rows, locate, missing: new Set(), ...(table === undefined ? {} : { table }) });
}

/** `venue.name.en`, `days[0].date`. */
export function describePath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function checkItems<Item>(task: {
  schema: z.ZodType<Item>;
  rows: readonly { row: number; value: unknown }[];
  locate: Locate;
  missing: ReadonlySet<string>;
  table?: Table<Item>;
}): { list: List<Item>; problems: Problem[] } {
  const { schema, rows, locate, missing, table } = task;
  const entries: { row: number; item: Item }[] = [];
  const leftOut: unknown[] = [];
  const problems: Problem[] = [];
  for (const { row, value } of rows) {
    const { item, faults } = checkItem(schema, value);
    if (item === null) leftOut.push(value);
    else entries.push({ row, item });
    for (const fault of faults.filter(({ path }) => !missing.has(String(path[0])))) {
      problems.push({ ...locate(row, fault.path), ...toProblem(fault, table) });
    }
  }
  return { list: { entries, leftOut, complete: true, locate }, problems };
}

/** A missing field is asked for in the words of its table. */
function toProblem(
  fault: Fault,
  table: Table<unknown> | undefined,
): Pick<Problem, 'severity' | 'found' | 'message' | 'instead'> {
  const { severity, path, found, message } = fault;
  const hint =
    (found === undefined || found === '') && path.length === 1 ? table?.columns[String(path[0])]?.hint : undefined;
  const instead = hint ?? fault.instead;
  return { severity, ...(found === undefined ? {} : { found: quote(found) }), message, instead };
}
