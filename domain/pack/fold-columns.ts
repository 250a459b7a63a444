import { languages, type Language } from '../localised.ts';
import { findNearestName } from './nearest-name.ts';
import type { Sheet } from './parse-csv.ts';
import { listChoices, type Problem } from './problem.ts';
import type { Column, Table } from './tables.ts';

/** `zh-Hant` is written `_zh_hant` at the end of a heading. */
export function toHeading(field: string, language: Language): string {
  return `${field}_${language.toLowerCase().replace('-', '_')}`;
}

/** Where a heading's cells go: to a field or, for a localised field, to one of its languages. */
interface Target {
  readonly field: string;
  readonly column: Column;
  readonly language?: Language;
}

export interface FoldedRow {
  readonly row: number;
  readonly value: Record<string, unknown>;
}

export interface FoldedSheet {
  readonly rows: FoldedRow[];
  /** Required fields that no heading names; told once, not once per row. */
  readonly missing: ReadonlySet<string>;
  readonly problems: Problem[];
}

/** The rows of a sheet as the objects that a JSON file would hold. Empty cells are left out. */
export function foldColumns(file: string, sheet: Sheet, table: Table<unknown>): FoldedSheet {
  const targets = listTargets(table);
  const { placed, problems } = readHeadings(file, sheet.headings, targets);
  const fields = new Set([...placed.values()].map(({ field }) => field));
  const missing = Object.entries(table.columns).filter(([field, { required }]) => required && !fields.has(field));
  for (const [field, column] of missing) {
    const headings = [...targets].filter(([, target]) => target.field === field).map(([heading]) => heading);
    const message = `The column ${headings[0] ?? field} is missing.`;
    problems.push({
      severity: 'error',
      file,
      row: 1,
      message,
      instead: `Add a column ${listChoices(headings)}. ${column.hint}`,
    });
  }
  const rows: FoldedRow[] = [];
  for (const { row, cells } of sheet.rows) {
    if (cells.slice(sheet.headings.length).some((cell) => cell !== '')) {
      problems.push(describeLongRow(file, row, { cells: cells.length, headings: sheet.headings.length }));
    } else rows.push({ row, value: foldCells(cells, placed) });
  }
  return { rows, missing: new Set(missing.map(([field]) => field)), problems };
}

function listTargets(table: Table<unknown>): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const [field, column] of Object.entries(table.columns)) {
    if (column.holds !== 'localised text') targets.set(field, { field, column });
    else for (const language of languages) targets.set(toHeading(field, language), { field, column, language });
  }
  return targets;
}

function readHeadings(file: string, headings: readonly string[], targets: ReadonlyMap<string, Target>) {
  const problems: Problem[] = [];
  const placed = new Map<number, Target>();
  const seen = new Set<string>();
  for (const [index, written] of headings.entries()) {
    const heading = written.toLowerCase().replace(/[\s-]+/g, '_');
    const target = targets.get(heading);
    const at = { file, row: 1, column: written, found: written };
    if (written === '') continue;
    if (target === undefined) {
      problems.push({ severity: 'warning', ...at, ...describeUnknownName(written, [...targets.keys()]) });
    } else if (seen.has(heading)) {
      const instead = 'Keep one of the two.';
      problems.push({ severity: 'error', ...at, message: 'This heading stands here twice.', instead });
    } else placed.set(index, target);
    seen.add(heading);
  }
  return { placed, problems };
}

/** The words about a column or JSON key that no schema knows. */
export function describeUnknownName(written: string, known: readonly string[]): Pick<Problem, 'message' | 'instead'> {
  const nearest = findNearestName(written, known);
  return {
    message: 'This name is not known and is left out.',
    instead: nearest === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${nearest}?`,
  };
}

function describeLongRow(file: string, row: number, counts: { cells: number; headings: number }): Problem {
  return {
    severity: 'error',
    file,
    row,
    message: `The row has ${counts.cells} cells, the heading ${counts.headings}.`,
    instead: 'Put a cell that holds a comma in quotation marks, or add the missing heading.',
  };
}

function foldCells(cells: readonly string[], placed: ReadonlyMap<number, Target>): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [index, { field, column, language }] of placed) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    if (language === undefined) value[field] = readCell(cell, column);
    else value[field] = { ...(value[field] as object | undefined), [language]: cell };
  }
  return value;
}

function readCell(cell: string, column: Column): unknown {
  if (column.holds === 'list') return cell.split(/[\s;,]+/).filter((part) => part !== '');
  return column.holds === 'whole number' && /^\d{1,9}$/.test(cell) ? Number(cell) : cell;
}
