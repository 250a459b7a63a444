import type { Attendee } from '../attendee.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkPlan } from './check-plan.ts';
import { checkTexts } from './check-texts.ts';
import { crossCheck } from './cross-checks.ts';
import { findPackFiles, packFileNames, type PackFiles } from './pack-files.ts';
import { sortProblems, type Problem } from './problem.ts';
import { readAttendees } from './read-attendees.ts';
import { readList, type List } from './read-list.ts';
import { readFloorPlan, toFloorPlan } from './plan/read-floor-plan.ts';
import { readEvent } from './read-single.ts';
import { agendaTable, companyTable, jobTable, type Table } from './tables.ts';

/**
 * Reads the files of an event pack, by name, and checks all of them: it never stops at the first fault, and what is faulty is left out while
 * the rest is checked on. There is a catalogue, and a list of attendees when the pack holds one, only when there is no error.
 */
export async function checkPack(files: ReadonlyMap<string, Uint8Array>): Promise<{
  catalogue: Catalogue | null;
  /** For the hub only; null when the pack holds none. */
  attendees: readonly Attendee[] | null;
  problems: readonly Problem[];
}> {
  const { catalogue, problems } = checkCatalogue(files);
  const { attendees: part } = findPackFiles(files).parts;
  if (part === undefined) return { catalogue, attendees: null, problems };
  const read = await readAttendees(part.file, part.bytes, catalogue?.event.interests);
  const all = sortProblems([...problems, ...read.problems]);
  if (all.some(({ severity }) => severity === 'error')) return { catalogue: null, attendees: null, problems: all };
  return { catalogue, attendees: listItems(read.list), problems: all };
}

/** The same without the attendees, whom a kiosk never reads. */
export function checkCatalogue(files: ReadonlyMap<string, Uint8Array>): {
  catalogue: Catalogue | null;
  problems: readonly Problem[];
} {
  const { parts, problems } = findPackFiles(files);
  const event = parts.event && readEvent(parts.event.file, parts.event.bytes);
  const floorPlan = parts.floorPlan && readFloorPlan(parts.floorPlan.file, parts.floorPlan.bytes);
  const companies = readPart(companyTable, parts.companies);
  const jobs = readPart(jobTable, parts.jobs);
  const agenda = readPart(agendaTable, parts.agenda);
  const contents = {
    event: event?.read ?? null,
    companies: companies.list,
    jobs: jobs.list,
    agenda: agenda.list,
    floorPlan: floorPlan?.list ?? null,
  };
  const all = sortProblems([
    ...problems,
    ...[event, floorPlan, companies, jobs, agenda].flatMap((part) => part?.problems ?? []),
    ...crossCheck(contents, {
      companies: packFileNames.some((name) => name.startsWith('companies.') && files.has(name)),
    }),
    ...checkTexts(contents),
    ...checkPlan(contents.floorPlan),
  ]);
  const details = contents.event?.event ?? null;
  if (details === null || all.some(({ severity }) => severity === 'error')) return { catalogue: null, problems: all };
  const catalogue: Catalogue = {
    event: details,
    companies: listItems(contents.companies),
    jobs: listItems(contents.jobs),
    sessions: listItems(contents.agenda),
  };
  const plan = toFloorPlan(contents.floorPlan);
  if (plan !== null) catalogue.floorPlan = plan;
  return { catalogue, problems: all };
}

function readPart<Item>(
  table: Table<Item>,
  part: PackFiles[keyof PackFiles],
): { list: List<Item> | null; problems: Problem[] } {
  return part === undefined ? { list: null, problems: [] } : readList(table, part.file, part.bytes);
}

function listItems<Item>(list: List<Item> | null): Item[] {
  return (list?.entries ?? []).map(({ item }) => item);
}
