import { badgeLogoFile } from './badge-logo.ts';
import { toList, type FileMapping, type ListMapping } from './file-mapping.ts';
import { findNearestName } from './nearest-name.ts';
import type { PackSource } from './pack-source.ts';
import { listPlanFiles } from './plan/plan-mapping.ts';
import type { Problem } from './problem.ts';
import type { MappedSource } from './read-list.ts';
import { readers, toExtension, type ListPart } from './readers.ts';

/** What a pack can hold besides `event.json`. */
export type PackPart = ListPart | 'floorPlan' | 'attendees';

/** How the files of each part are called and end. */
const names: Readonly<Record<PackPart, { readonly stem: string; readonly extensions: readonly string[] }>> = {
  companies: { stem: 'companies', extensions: Object.keys(readers.companies) },
  jobs: { stem: 'jobs', extensions: Object.keys(readers.jobs) },
  agenda: { stem: 'agenda', extensions: Object.keys(readers.agenda) },
  skills: { stem: 'skills', extensions: Object.keys(readers.skills) },
  floorPlan: { stem: 'floorplan', extensions: ['geojson', 'json', 'zip', 'imdf'] },
  attendees: { stem: 'attendees', extensions: ['csv', 'tsv', 'xlsx', 'json', 'jsonl'] },
};
const parts = Object.keys(names) as PackPart[];
const listParts = Object.keys(readers) as ListPart[];

export interface PackFiles extends Readonly<Record<ListPart, readonly MappedSource[]>> {
  readonly floorPlan: readonly PackSource[];
  readonly attendees: PackSource | null;
}

/** Which files tell which part: those that event.json names, otherwise those that are called after it or lie in a folder called so. */
export function findPackFiles(
  files: ReadonlyMap<string, Uint8Array>,
  mapping: FileMapping = {},
): { files: PackFiles; problems: Problem[] } {
  const problems: Problem[] = [];
  const open = (file: string): PackSource => ({ file, bytes: files.get(file) ?? new Uint8Array() });
  const find = (part: PackPart, from: readonly string[]): readonly PackSource[] => {
    const usual = [...files.keys()].filter((name) => isUsualName(name, part));
    if (from.length > 0) return from.flatMap((pattern) => findNamed(pattern, files, problems)).map(open);
    const [first, second] = usual.filter((name) => !name.includes('/'));
    if (first === undefined || second === undefined) return usual.map(open);
    const message = `${second} tells the same as this file.`;
    const instead =
      part === 'attendees'
        ? 'Keep one of the two files.'
        : `Keep one of the two files, or put both into a folder ${names[part].stem}.`;
    problems.push({ severity: 'error', file: first, message, instead });
    return [];
  };
  const findList = (part: ListPart): readonly MappedSource[] => {
    const mappings: readonly ListMapping[] = mapping[part] === undefined ? [{}] : toList<ListMapping>(mapping[part]);
    return mappings.flatMap((each) =>
      find(part, toList<string>(each.from)).map((source) => ({ source, mapping: each })),
    );
  };
  const lists = Object.fromEntries(listParts.map((part) => [part, findList(part)])) as unknown as Record<
    ListPart,
    readonly MappedSource[]
  >;
  const plans = mapping.floorPlan === undefined ? [] : listPlanFiles(mapping.floorPlan);
  const floorPlan = find('floorPlan', plans.map((each) => each.file)); // prettier-ignore
  const [attendees = null] = find('attendees', []);
  const read = new Set(['event.json', ...listNames([...files.keys()], mapping)]);
  problems.push(...[...files.keys()].flatMap((name) => (read.has(name) ? [] : warnOfMisspelling(name))));
  return { files: { ...lists, floorPlan, attendees }, problems };
}

/** Names of the files that a pack with this mapping reads, without event.json. @param goesTo kiosks never get the list of attendees */
export function listNames(all: readonly string[], mapping: FileMapping, goesTo: 'kiosk' | 'hub' = 'hub'): string[] {
  const isWanted = parts.filter((part) => goesTo === 'hub' || part !== 'attendees');
  return all.filter((name) => name === badgeLogoFile || isWanted.some((part) => isOfPart(name, part, mapping)));
}

function isOfPart(name: string, part: PackPart, mapping: FileMapping): boolean {
  if (part === 'attendees') return isUsualName(name, part);
  const from =
    part === 'floorPlan'
      ? listPlanFiles(mapping.floorPlan ?? {}).map((each) => each.file)
      : toList<ListMapping>(mapping[part]).flatMap((each) => toList<string>(each.from));
  return from.length === 0 ? isUsualName(name, part) : from.some((pattern) => toPattern(pattern).test(name));
}

/** Whether files in a folder of this name, inside the pack, belong to it: `jobs`. */
export function isPackFolder(name: string): boolean {
  return parts.some((part) => names[part].stem === name);
}

/** `jobs.csv`, `jobs/site-a.csv`. */
function isUsualName(name: string, part: PackPart): boolean {
  const { stem, extensions } = names[part];
  const isNamed = name.startsWith(`${stem}/`) || name.slice(0, name.lastIndexOf('.')) === stem;
  return isNamed && extensions.includes(toExtension(name));
}

function findNamed(pattern: string, files: ReadonlyMap<string, Uint8Array>, problems: Problem[]): string[] {
  const found = [...files.keys()].filter((name) => toPattern(pattern).test(name)).toSorted();
  if (found.length === 0) {
    const message = `The file "${pattern}", which "files" names, is not in the pack.`;
    const instead = 'Put it beside event.json, or write another name.';
    problems.push({ severity: 'error', file: 'event.json', column: 'files', found: pattern, message, instead });
  }
  return found;
}

/** `*` stands for any letters of a name. */
function toPattern(name: string): RegExp {
  const escaped = name.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[^/]*')}$`);
}

function warnOfMisspelling(file: string): Problem[] {
  const stem = (name: string) => name.toLowerCase().replace(/\.[^.]*$/, '');
  if (file.includes('/') || !/\.(csv|json|jsonl|geojson|xlsx?|ods|tsv|txt|ics|xml|html?|zip)$/i.test(file)) return [];
  const near = findNearestName(stem(file), parts.map((part) => names[part].stem)); // prettier-ignore
  const part = parts.find((each) => names[each].stem === near);
  if (part === undefined) return [];
  const { extensions } = names[part];
  const fitting = extensions.includes(toExtension(file)) ? [toExtension(file)] : extensions.slice(0, 3);
  const instead = `If it is meant to be, save it as ${fitting.map((each) => `${near}.${each}`).join(' or ')}.`;
  return [{ severity: 'warning', file, message: 'A file of this name is not read.', instead }];
}
