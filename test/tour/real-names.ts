import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ListedName } from './read-names.ts';

/** Names of people that this project did not write. */
export const namesFolder = fileURLToPath(new URL('../../../shared/data/names/', import.meta.url));
export const hasNames = existsSync(namesFolder);

const rowsSchema = z.array(
  z.object({ Country: z.string(), 'Localized Name': z.string(), 'Romanized Name': z.string() }),
);

function readParts(file: string): Map<string, ListedName[]> {
  const rows = rowsSchema.parse(parse(readFileSync(namesFolder + file), { columns: true, bom: true }));
  const parts = rows.map((row) => {
    const latin = row['Romanized Name'].trim();
    return { country: row.Country, own: row['Localized Name'].trim() || latin, latin };
  });
  return Map.groupBy(parts, ({ country }) => country);
}

function readLines(file: string): ListedName[] {
  const lines = readFileSync(namesFolder + file, 'utf8').split(/\r?\n/u);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((own) => ({ own, latin: '' }));
}

/** Whole numbers below a limit, the same for the same seed: Lehmer's generator with the constants of MINSTD. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const isFamilyFirst = (text: string) =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(text);

function joinParts(forename: ListedName | undefined, surname: ListedName | undefined): ListedName {
  const join = (parts: readonly (string | undefined)[], between: string) => parts.filter(Boolean).join(between);
  const latin = join([forename?.latin, surname?.latin], ' ');
  const own = [forename?.own, surname?.own];
  const isTogether = own.every((part) => part === undefined || isFamilyFirst(part));
  return { own: isTogether ? join(own.reverse(), '') : join(own, ' '), latin };
}

/**
 * Names out of the lists of real ones: each country of common-*.csv and each of the Vietnamese lists in turn, in the country's script
 * and in Latin letters where those are others. The same names for the same seed.
 */
export function drawNames({ count, seed }: { count: number; seed: number }): ListedName[] {
  const random = createRandom(seed);
  const forenames = readParts('common-forenames-by-country.csv');
  const surnames = readParts('common-surnames-by-country.csv');
  const pick = (parts: readonly ListedName[] | undefined) => parts?.[random(parts.length)];
  const countries = [...new Set([...forenames.keys(), ...surnames.keys()])].sort();
  const sources = [
    ...countries.map((country) => () => joinParts(pick(forenames.get(country)), pick(surnames.get(country)))),
    ...['vietnamese_boy.txt', 'vietnamese_girl.txt'].map((file) => {
      const given = readLines(file);
      // The list has a surname in Chinese characters beside its Vietnamese spelling.
      return () => ({ own: `${pick(surnames.get('VN'))?.latin ?? ''} ${pick(given)?.own ?? ''}`.trim(), latin: '' });
    }),
  ];
  return Array.from({ length: count }, (_, index) => sources[index % sources.length]?.()).filter(
    (name) => name !== undefined,
  );
}
