import { findNearestName } from './nearest-name.ts';
import type { Problem } from './problem.ts';

/** Every file that a pack can hold, by what it tells. */
const fileNames = {
  event: ['event.json'],
  companies: ['companies.csv', 'companies.json'],
  jobs: ['jobs.csv', 'jobs.json'],
  agenda: ['agenda.csv', 'agenda.json'],
  floorPlan: ['floorplan.geojson'],
  attendees: ['attendees.csv', 'attendees.xlsx'],
} as const;
/** The names of all files that a pack can hold. */
export const packFileNames: readonly string[] = Object.values(fileNames).flat();

const hubOnly: readonly string[] = fileNames.attendees;
/** Those of them that a kiosk may have: the list of attendees goes to the hub only. */
export const kioskFileNames: readonly string[] = packFileNames.filter((name) => !hubOnly.includes(name));

export type PackPart = keyof typeof fileNames;
export type PackFiles = Partial<Record<PackPart, { readonly file: string; readonly bytes: Uint8Array }>>;

/** Which file tells which part; of two for the same part none is taken. */
export function findPackFiles(files: ReadonlyMap<string, Uint8Array>): { parts: PackFiles; problems: Problem[] } {
  const problems: Problem[] = [];
  const parts: PackFiles = {};
  for (const part of Object.keys(fileNames) as PackPart[]) {
    const present = fileNames[part].flatMap((file) => {
      const bytes = files.get(file);
      return bytes === undefined ? [] : [{ file, bytes }];
    });
    const [first, second] = present;
    if (first !== undefined && second !== undefined) {
      const message = `${second.file} tells the same as this file.`;
      problems.push({ severity: 'error', file: first.file, message, instead: 'Keep one of the two files.' });
    } else if (first !== undefined) parts[part] = first;
  }
  if (parts.event === undefined) {
    const message = 'The file is missing.';
    problems.push({ severity: 'error', file: 'event.json', message, instead: 'Write it; every event pack needs one.' });
  }
  return { parts, problems: [...problems, ...[...files.keys()].flatMap(warnOfMisspelling)] };
}

function warnOfMisspelling(file: string): Problem[] {
  if (packFileNames.includes(file)) return [];
  const stem = (name: string) => name.toLowerCase().replace(/\.[^.]*$/, '');
  const extension = /\.(csv|json|geojson|xlsx?|ods|tsv|txt)$/i.test(file);
  const near = extension ? findNearestName(stem(file), packFileNames.map(stem)) : undefined;
  const instead = packFileNames.filter((name) => stem(name) === near).join(' or ');
  const message = 'A file of this name is not read.';
  return near === undefined
    ? []
    : [{ severity: 'warning', file, message, instead: `If it is meant to be, save it as ${instead}.` }];
}
