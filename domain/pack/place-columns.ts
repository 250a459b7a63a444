import { describeUnknownName } from './check-item.ts';
import { languages, type Language } from '../localised.ts';
import { toList, type ListMapping, type Source } from './file-mapping.ts';
import { listTargets, recogniseName, type Target } from './name-fields.ts';
import type { Found } from './pack-source.ts';
import { isObject, pickValue, toSourceKey } from './pick-value.ts';
import type { Problem } from './problem.ts';
import type { Table } from './tables.ts';

/** Which names of a file tell which field. */
export interface Placed extends Target {
  readonly sources: readonly string[];
}

/** The names of a file with what they mean: by event.json, else as the table calls them, else by common names. */
export function placeColumns(
  found: Found,
  table: Table<unknown>,
  mapping: ListMapping,
): { placed: readonly Placed[]; problems: Problem[] } {
  const names = listNames(found);
  const mapped = readMapping(found, table, mapping);
  const settled = new Set([...Object.keys(mapping.columns ?? {}), ...Object.keys(mapping.constants ?? {})]);
  const taken = new Set(mapped.placed.map(toKey));
  const isSettled = (target: Target) => taken.has(toKey(target)) || settled.has(target.field);
  const used = new Set(mapped.placed.flatMap(({ sources }) => sources.map(toSourceKey)));
  // Who maps columns has looked at the others too.
  const isForeign = settled.size > 0;
  const placed: Placed[] = [...mapped.placed];
  const problems = [...mapped.problems];
  const known = [...listTargets(table).keys()];
  // The table's own names come first, so that a common name never takes the place of one of them.
  const recognised = [...names].map(([name, row]) => ({ name, row, meaning: recogniseName(table, name) }));
  for (const { name, row, meaning } of recognised.toSorted((a, b) => rank(a.meaning) - rank(b.meaning))) {
    const at = { ...found.locate(row, [name]), found: name };
    if (meaning === null) {
      if (!used.has(name) && !isForeign)
        problems.push({ severity: 'warning', ...at, ...describeUnknownName(name, known) });
      continue;
    }
    const { field, language } = meaning;
    const target: Target = language === undefined ? { field } : { field, language };
    const other = placed.find((each) => toKey(each) === toKey(target));
    if (!isSettled(target)) {
      placed.push({ ...target, sources: [name] });
      taken.add(toKey(target));
    } else if (
      other !== undefined &&
      !used.has(name) &&
      !isForeign &&
      !other.sources.some((each) => isAlike(each, name))
    ) {
      const message = `${other.sources.join(', ')} tells the same as this one, which is not read.`;
      problems.push({ severity: 'warning', ...at, message, instead: 'Keep one of the two.' });
    }
  }
  return { placed, problems: [...problems, ...refuseTwice(found)] };
}

function rank(meaning: { isOwn: boolean } | null): number {
  return meaning?.isOwn === true ? 0 : 1;
}

function toKey({ field, language }: Target): string {
  return language === undefined ? field : `${field} ${language}`;
}

/** All names of the file, each with the first row that has it; in a table that is the row of the headings. */
function listNames({ headings, records }: Found): ReadonlyMap<string, number> {
  if (headings !== null) return new Map(headings.filter((heading) => heading !== '').map((heading) => [heading, 1]));
  const names = new Map<string, number>();
  for (const { row, value } of records) {
    if (!isObject(value)) continue;
    for (const name of Object.keys(value)) if (!names.has(name)) names.set(name, row);
  }
  return names;
}

function readMapping(found: Found, table: Table<unknown>, { columns = {} }: ListMapping) {
  const placed: Placed[] = [];
  const problems: Problem[] = [];
  for (const [field, given] of Object.entries(columns)) {
    if (table.columns[field] === undefined) {
      const known = Object.keys(table.columns).join(', ');
      const message = `"${field}" in "columns" for ${table.stem} is no field.`;
      problems.push({ severity: 'error', file: 'event.json', message, instead: `Known are ${known}.` });
      continue;
    }
    for (const target of listGiven(field, given)) {
      placed.push(target);
      for (const source of target.sources.filter((each) => !isInFile(found, each))) {
        const message = `"${source}", which event.json names for ${field}, is not in this file.`;
        const names = [...listNames(found).keys()].slice(0, 20).join(', ');
        problems.push({ severity: 'error', ...found.locate(1, []), message, instead: `Write one of ${names}.` });
      }
    }
  }
  return { placed, problems };
}

function listGiven(field: string, given: Source | Partial<Record<string, Source>>): Placed[] {
  if (typeof given === 'string' || Array.isArray(given)) return [{ field, sources: toList<string>(given) }];
  return languages.flatMap((language: Language): Placed[] => {
    const sources = (given as Partial<Record<Language, Source>>)[language];
    return sources === undefined ? [] : [{ field, language, sources: toList<string>(sources) }];
  });
}

function isInFile({ headings, records }: Found, source: string): boolean {
  if (records.length === 0) return true;
  if (headings !== null) return headings.includes(source) || headings.includes(toSourceKey(source));
  return records.some(({ value }) => isObject(value) && pickValue(value, source) !== undefined);
}

function toPlain(heading: string): string {
  return heading.toLowerCase().replace(/[\s-]+/g, '_');
}

function isAlike(first: string, second: string): boolean {
  return toPlain(first) === toPlain(second);
}

function refuseTwice({ headings, locate }: Found): Problem[] {
  const seen = new Set<string>();
  return (headings ?? []).flatMap((heading): Problem[] => {
    const key = toPlain(heading);
    if (heading === '' || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = 'This heading stands here twice.';
    return [{ severity: 'error', ...locate(1, [heading]), found: heading, message, instead: 'Keep one of the two.' }];
  });
}
