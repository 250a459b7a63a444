import type { z } from 'zod';
import { checkItem } from './check-item.ts';
import { isLocalTime } from './complete-session.ts';
import { completeRow, type Completed, type ListContext } from './complete-row.ts';
import { toList, type ListMapping } from './file-mapping.ts';
import type { List, Tally } from './list.ts';
import type { Locate, PackSource } from './pack-source.ts';
import type { JsonDocument } from './parse-json.ts';
import { isBlank, isObject } from './pick-value.ts';
import type { Problem } from './problem.ts';
import { describePath } from './read-items.ts';
import { findRecords } from './readers.ts';
import { settleIds } from './settle-ids.ts';
import { shapeRecords } from './shape-records.ts';
import type { Table } from './tables.ts';
import { toProblem } from './to-problem.ts';

export type { List } from './list.ts';

/** One file of a part, with what event.json says of it. */
export interface MappedSource {
  readonly source: PackSource;
  readonly mapping: ListMapping;
}

interface Outcome<Item> {
  readonly list: List<Item> | null;
  readonly problems: readonly Problem[];
  readonly tallies: readonly Tally[];
}

/** Rows of the second file begin here, of the third at twice as much. */
const rowsPerFile = 100_000_000;

/** Reads all files of a part of the pack; no list when nothing of them could be read. */
export async function readList<Item extends { readonly id: string }>(
  table: Table<Item>,
  sources: readonly MappedSource[],
  context: ListContext,
): Promise<Outcome<Item>> {
  const read = await Promise.all(sources.map((each) => readSource(table, each, context)));
  const locate: Locate = (row, path) =>
    read[Math.floor(row / rowsPerFile)]?.locate(row % rowsPerFile, path) ?? { file: sources[0]?.source.file ?? '' };
  const shift = (row: number, at: number) => row + at * rowsPerFile;
  const entries = read.flatMap((each, at) => each.entries.map(({ row, item }) => ({ row: shift(row, at), item })));
  const madeIn = new Set(read.flatMap((each, at) => each.madeIn.map((row) => shift(row, at))));
  const settled = settleIds(entries, { madeIn, locate });
  const tallies = read.map((each, at): Tally => {
    const repeated = settled.repeated.filter((row) => Math.floor(row / rowsPerFile) === at).length;
    const leftOut = repeated === 0 ? each.reasons : { ...each.reasons, repeated };
    return { file: each.file, records: each.records, taken: each.entries.length - repeated, leftOut };
  });
  const problems = [...read.flatMap((each) => each.problems), ...settled.problems];
  if (read.every((each) => !each.isReadable)) return { list: null, problems, tallies };
  const leftOut = read.flatMap((each) => each.leftOut);
  const complete = read.every((each) => each.complete);
  return { list: { entries: settled.entries, leftOut, complete, locate }, problems, tallies };
}

interface SourceRead<Item> {
  readonly file: string;
  readonly isReadable: boolean;
  readonly complete: boolean;
  readonly records: number;
  readonly entries: readonly { readonly row: number; readonly item: Item }[];
  readonly leftOut: readonly unknown[];
  readonly madeIn: readonly number[];
  readonly reasons: Readonly<Record<string, number>>;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
}

async function readSource<Item>(
  table: Table<Item>,
  { source, mapping }: MappedSource,
  context: ListContext,
): Promise<SourceRead<Item>> {
  const { file } = source;
  const settings = {
    timeZone: context.zone,
    days: context.days,
    language: mapping.language ?? null,
    list: mapping.list ?? null,
  };
  const found = await findRecords(table.stem, source, settings);
  const nothing = { file, entries: [], leftOut: [], madeIn: [], reasons: {}, locate: found.locate };
  const isReadable = found.complete || found.records.length > 0 || (found.headings ?? []).length > 0;
  if (!isReadable) return { ...nothing, isReadable, complete: false, records: 0, problems: found.problems };
  if (found.headings?.every((heading) => heading === '') === true) {
    const instead = `Begin the file with a row of headings, such as ${Object.keys(table.columns).join(',')}.`;
    const problem: Problem = {
      severity: 'error',
      ...found.locate(1, []),
      message: 'The file has no headings.',
      instead,
    };
    return { ...nothing, isReadable: false, complete: false, records: 0, problems: [...found.problems, problem] };
  }
  const shaped = shapeRecords({ found, table, mapping, context });
  const { locate } = shaped;
  const problems: Problem[] = [...found.problems, ...shaped.problems];
  const reasons = new Map<string, number>();
  const count = (reason: string, by = 1) => by > 0 && reasons.set(reason, (reasons.get(reason) ?? 0) + by);
  count('not asked for by "where"', shaped.keptOut);
  for (const [reason, times] of Object.entries(found.leftOut ?? {})) count(reason, times);
  const needed = [...(found.skipWithout ?? []), ...toList<string>(mapping.skipWithout)];
  const entries: { row: number; item: Item }[] = [];
  const leftOut: unknown[] = [];
  const madeIn: number[] = [];
  for (const { row, value } of shaped.rows) {
    const completed = isObject(value) ? completeRow(table, value, context) : { value, notes: [], isMade: false };
    for (const { field, ...note } of completed.notes)
      problems.push({ severity: 'warning', ...locate(row, [field]), ...note });
    const reason = isObject(completed.value) ? findReason(completed, needed) : null;
    if (reason !== null) {
      leftOut.push(completed.value);
      count(reason.words);
      if (reason.field !== null)
        problems.push({ severity: 'warning', ...locate(row, [reason.field]), ...explainSkip(reason) });
      continue;
    }
    const { item, faults } = checkItem(table.schema, completed.value);
    if (item === null) {
      leftOut.push(completed.value);
      count('with errors');
    } else {
      entries.push({ row, item });
      if (completed.isMade) madeIn.push(row);
    }
    for (const fault of faults.filter(({ path }) => !shaped.missing.has(String(path[0])))) {
      problems.push({ ...locate(row, fault.path), ...toProblem(fault, table) });
    }
  }
  const records = Object.values(found.leftOut ?? {}).reduce((sum, times) => sum + times, found.records.length);
  return {
    file,
    isReadable,
    complete: found.complete,
    records,
    entries,
    leftOut,
    madeIn,
    reasons: Object.fromEntries(reasons),
    locate,
    problems,
  };
}

interface Reason {
  readonly words: string;
  /** Where a warning about it goes; null when it was told already. */
  readonly field: string | null;
}

function findReason({ value, session }: Completed, needed: readonly string[]): Reason | null {
  const lacking = needed.find((field) => isLacking((value as Record<string, unknown>)[field], field));
  if (lacking !== undefined) return { words: `no ${lacking}`, field: lacking };
  return session === 'ends-before-start' ? { words: 'ends before it starts', field: null } : null;
}

/** A time that is no date with a time is as good as none. */
function isLacking(value: unknown, field: string): boolean {
  if (field !== 'start' && field !== 'end') return isBlank(value);
  return typeof value !== 'string' || !isLocalTime(value);
}

function explainSkip({ field }: Reason): Pick<Problem, 'message' | 'instead'> {
  const message = `There is no ${field ?? 'value'}, so that this one is left out.`;
  return { message, instead: 'Write it, if it is meant to be shown.' };
}

/** Items of a JSON document one by one against their schema. @param base path of the list of items in the document */
export function checkDocumentItems<Item>(task: {
  schema: z.ZodType<Item>;
  file: string;
  document: JsonDocument;
  items: readonly unknown[];
  base: readonly string[];
}): { list: List<Item>; problems: Problem[] } {
  const { schema, file, document, items, base } = task;
  const locate: Locate = (row, path) => ({
    file,
    row,
    line: document.lineOf([...base, row - 1, ...path]),
    ...(path.length === 0 ? {} : { column: describePath(path) }),
  });
  const entries: { row: number; item: Item }[] = [];
  const leftOut: unknown[] = [];
  const problems: Problem[] = [];
  for (const [index, value] of items.entries()) {
    const row = index + 1;
    const { item, faults } = checkItem(schema, value);
    if (item === null) leftOut.push(value);
    else entries.push({ row, item });
    for (const fault of faults) problems.push({ ...locate(row, fault.path), ...toProblem(fault, undefined) });
  }
  return { list: { entries, leftOut, complete: true, locate }, problems };
}
