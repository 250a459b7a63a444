import type { Language } from '../localised.ts';
import { toList, type ListMapping } from './file-mapping.ts';
import { guessLanguage } from './guess-language.ts';
import { toHeading } from './name-fields.ts';
import type { Found, Locate } from './pack-source.ts';
import { isBlank, isObject, pickValue } from './pick-value.ts';
import { placeColumns, type Placed } from './place-columns.ts';
import type { Problem } from './problem.ts';
import { shapeValue } from './shape-value.ts';
import type { Table } from './tables.ts';

/** What the event tells, for values that stand in other forms. */
export interface ShapeContext {
  readonly zone: string | null;
  /** The Chinese that the event speaks first. */
  readonly chinese: 'zh-Hant' | 'zh-Hans';
}

export interface ShapedRecords {
  /** With the fields of the schema, as far as the file tells them; not checked yet. */
  readonly rows: readonly { readonly row: number; readonly value: unknown }[];
  /** Fields that must be there and that no heading tells; told once, not once per row. */
  readonly missing: ReadonlySet<string>;
  /** How many records `where` keeps out. */
  readonly keptOut: number;
  /** For paths that begin with a field of the schema. */
  readonly locate: Locate;
  readonly problems: readonly Problem[];
}

/** Records as a file has them → records as the schema wants them. */
export function shapeRecords(task: {
  found: Found;
  table: Table<unknown>;
  mapping: ListMapping;
  context: ShapeContext;
}): ShapedRecords {
  const { found, table, mapping, context } = task;
  const wanted = found.records.filter(({ value }) => isWanted(value, mapping.where));
  const { placed: named, problems } = placeColumns({ ...found, records: wanted }, table, mapping);
  const placed = named.map((each) => giveLanguage(each, { table, mapping, context, records: wanted }));
  const locate: Locate = (row, path) => found.locate(row, toFilePath(path, placed, found, table));
  const missing = found.headings === null ? [] : listMissing(table, placed, mapping);
  const told = missing.map((field) => describeMissing(field, table, found));
  const all: Problem[] = [...problems, ...told];
  const rows = wanted.map(({ row, value }) => {
    if (!isObject(value)) return { row, value };
    const shaped: Record<string, unknown> = { ...mapping.constants };
    for (const each of placed) {
      const outcome = shapeOne(value, each, { table, mapping, context });
      if (outcome.dropped !== undefined) {
        all.push({ severity: 'warning', ...locate(row, [each.field]), ...outcome.dropped });
      }
      if (outcome.value === undefined) continue;
      if (each.language === undefined || isObject(outcome.value)) shaped[each.field] = outcome.value;
      else shaped[each.field] = { [each.language]: outcome.value, ...(shaped[each.field] as object | undefined) };
    }
    return { row, value: shaped };
  });
  return { rows, missing: new Set(missing), keptOut: found.records.length - wanted.length, locate, problems: all };
}

function isWanted(value: unknown, where: ListMapping['where']): boolean {
  return Object.entries(where ?? {}).every(([source, allowed]) => {
    const written = isObject(value) ? (pickValue(value, source) ?? null) : null;
    const choices = toList<string | number | boolean | null>(allowed).map(String);
    return toList<unknown>(written).some((each) => choices.includes(String(each)));
  });
}

/** A text whose heading tells no language gets the one of event.json, or the one that most of its column is in. */
function giveLanguage(
  placed: Placed,
  task: Pick<Parameters<typeof shapeRecords>[0], 'table' | 'mapping' | 'context'> & { records: Found['records'] },
): Placed {
  const { table, mapping, context, records } = task;
  if (placed.language !== undefined || table.columns[placed.field]?.holds !== 'localised text') return placed;
  return { ...placed, language: mapping.language ?? guessColumn(records, placed, context) };
}

const longestSample = 20_000;

function guessColumn(records: Found['records'], { sources }: Placed, { chinese }: ShapeContext): Language {
  let sample = '';
  for (const { value } of records) {
    for (const source of sources) {
      const written = isObject(value) ? pickValue(value, source) : undefined;
      if (typeof written === 'string') sample += `${written}\n`;
      else if (Array.isArray(written)) sample += `${written.filter((part) => typeof part === 'string').join('\n')}\n`;
    }
    if (sample.length > longestSample) break;
  }
  return guessLanguage(sample, chinese);
}

function shapeOne(
  record: Record<string, unknown>,
  { field, sources }: Placed,
  { table, mapping, context }: Pick<Parameters<typeof shapeRecords>[0], 'table' | 'mapping' | 'context'>,
): ReturnType<typeof shapeValue> {
  const column = table.columns[field];
  if (column === undefined) return { value: undefined };
  const written = sources.map((source) => pickValue(record, source)).filter((value) => !isBlank(value));
  const meant = written.map((value) => translate(value, mapping.values?.[field])).filter((value) => !isBlank(value));
  const [first] = meant;
  const isSplit = column.holds === 'list' || column.holds === 'choices';
  if (meant.length < 2) return shapeValue(first, { field, column, zone: context.zone });
  if (isSplit) {
    const parts = meant.map((value) => shapeValue(value, { field, column, zone: context.zone }).value);
    return shapeValue(parts.flat(), { field, column, zone: context.zone });
  }
  const isLong = column.holds === 'localised text' && (field === 'text' || field === 'about');
  const joined = meant.map((value) => (Array.isArray(value) ? value.join('\n') : String(value)));
  return shapeValue(joined.join(isLong ? '\n\n' : ' '), { field, column, zone: context.zone });
}

function translate(value: unknown, words: Readonly<Record<string, string | null>> | undefined): unknown {
  if (words === undefined) return value;
  if (Array.isArray(value)) return value.map((each) => translate(each, words));
  const key = String(value).trim();
  return Object.hasOwn(words, key) ? (words[key] ?? undefined) : value;
}

function listMissing(table: Table<unknown>, placed: readonly Placed[], { constants = {} }: ListMapping): string[] {
  const fields = new Set([...placed.map(({ field }) => field), ...Object.keys(constants)]);
  // One cell may hold both times, or there is a length.
  if (table.stem === 'agenda' && fields.has('start')) fields.add('end');
  return Object.entries(table.columns).flatMap(([field, { required }]) =>
    required && !fields.has(field) ? [field] : [],
  );
}

function describeMissing(field: string, table: Table<unknown>, { locate }: Found): Problem {
  const column = table.columns[field];
  const headings =
    column?.holds === 'localised text'
      ? (['en', 'zh-Hant', 'zh-Hans'] as const).map((language) => toHeading(field, language))
      : [field];
  const message = `The column ${headings[0] ?? field} is missing.`;
  const add = headings.length === 1 ? field : `${headings.slice(0, -1).join(', ')} or ${headings.at(-1) ?? ''}`;
  return { severity: 'error', ...locate(1, []), message, instead: `Add a column ${add}. ${column?.hint ?? ''}`.trim() };
}

/** From the schema's words to the file's: the heading of a table; in JSON the name, and the way on inside it where that is the same. */
function toFilePath(
  path: readonly PropertyKey[],
  placed: readonly Placed[],
  { headings }: Found,
  table: Table<unknown>,
): readonly PropertyKey[] {
  const [field, inner, ...rest] = path;
  if (field === undefined) return [];
  const ofField = placed.filter((each) => each.field === field);
  const match = ofField.find(({ language }) => language === inner) ?? ofField[0];
  const source = match?.sources[0];
  if (headings === null) return source === undefined || source === field ? path : [source];
  if (source !== undefined && (inner === undefined || match?.language === inner || match?.language === undefined))
    return [source];
  if (table.columns[String(field)]?.holds !== 'localised text') return [String(field)];
  return [toHeading(String(field), (inner ?? 'en') as Language), ...rest];
}
