import type { Attendee } from '../attendee.ts';
import type { Catalogue } from '../catalogue.ts';
import { badgeLogoFile, missBadgeLogo, readBadgeLogo, withBadgeLogo } from './badge-logo.ts';
import { checkTexts } from './check-texts.ts';
import { crossCheck, type PackContents } from './cross-checks.ts';
import type { List, Tally } from './list.ts';
import { findPackFiles, type PackFiles } from './pack-files.ts';
import { checkPlan } from './plan/check-plan.ts';
import { readPlan, toFloorPlan, type PlanList } from './plan/read-plan.ts';
import { sortProblems, type Problem } from './problem.ts';
import { readAttendees } from './read-attendees.ts';
import { readEvent, type EventFile } from './read-event.ts';
import { readList } from './read-list.ts';
import { createEmployers, createFunctions, createVenues } from './refer.ts';
import { agendaTable, companyTable, jobTable, skillTable } from './tables.ts';

export interface CheckedCatalogue {
  /** Null when there is an error. */
  readonly catalogue: Catalogue | null;
  readonly problems: readonly Problem[];
  /** For each file that lists things: how many were taken, how many left out, and why. */
  readonly tallies: readonly Tally[];
}

export interface CheckedPack extends CheckedCatalogue {
  /** For the hub only; null when the pack holds none. */
  readonly attendees: readonly Attendee[] | null;
}

/**
 * Reads the files of an event pack, by name, and checks all of them: it never stops at the first fault, and what is faulty is left out while
 * the rest is checked on. There is a catalogue, and a list of attendees when the pack holds one, only when there is no error.
 */
export async function checkPack(files: ReadonlyMap<string, Uint8Array>): Promise<CheckedPack> {
  const { checked, found } = await check(files);
  if (found.attendees === null) return { ...checked, attendees: null };
  const { file, bytes } = found.attendees;
  const read = await readAttendees(file, bytes, checked.catalogue?.event.interests);
  const problems = sortProblems([...checked.problems, ...read.problems]);
  const isBroken = problems.some(({ severity }) => severity === 'error');
  return {
    catalogue: isBroken ? null : checked.catalogue,
    attendees: isBroken ? null : listItems(read.list),
    problems,
    tallies: checked.tallies,
  };
}

/** The same without the attendees, whom a kiosk never reads. */
export async function checkCatalogue(files: ReadonlyMap<string, Uint8Array>): Promise<CheckedCatalogue> {
  return (await check(files)).checked;
}

async function check(files: ReadonlyMap<string, Uint8Array>): Promise<{ checked: CheckedCatalogue; found: PackFiles }> {
  const bytes = files.get('event.json');
  const event = bytes === undefined ? { read: null, problems: [missEvent()] } : readEvent('event.json', bytes);
  const { files: found, problems } = findPackFiles(files, event.read?.files);
  const plan = readPlan(found.floorPlan, event.read?.files.floorPlan ?? {});
  const logo = readBadgeLogo(files.get(badgeLogoFile));
  const lists = await readLists(found, event.read, plan.list);
  const contents = { event: event.read, floorPlan: plan.list, ...lists.contents };
  const all = sortProblems([
    ...event.problems,
    ...problems,
    ...logo.problems,
    ...(event.read?.event ? missBadgeLogo(event.read.event, files.has(badgeLogoFile)) : []),
    ...plan.problems,
    ...lists.problems,
    ...crossCheck(contents, lists.employers),
    ...checkTexts(contents),
    ...checkPlan(plan.list),
  ]);
  const tallies = [...lists.tallies, ...plan.tallies];
  const details = event.read?.event ?? null;
  if (details === null || all.some(({ severity }) => severity === 'error')) {
    return { checked: { catalogue: null, problems: all, tallies }, found };
  }
  const catalogue: Catalogue = {
    event: withBadgeLogo(details, logo.logo),
    companies: [...listItems(contents.companies), ...lists.employers.made.values()],
    jobs: listItems(contents.jobs),
    sessions: listItems(contents.agenda),
  };
  const floorPlan = toFloorPlan(plan.list);
  if (floorPlan !== null) catalogue.floorPlan = floorPlan;
  if (lists.skills !== null) catalogue.skills = listItems(lists.skills);
  return { checked: { catalogue, problems: all, tallies }, found };
}

async function readLists(found: PackFiles, event: EventFile | null, plan: PlanList | null) {
  const days = event?.references.days ?? [];
  const venues = createVenues(plan);
  const context = {
    zone: event?.references.timeZone ?? null,
    chinese: event?.references.languages?.includes('zh-Hant') === false ? 'zh-Hans' : 'zh-Hant',
    days: days.map(({ date }) => date),
    onlyDay: days.length === 1 ? (days[0]?.date ?? null) : null,
    refer: {},
    findPlace: venues.find,
    findStand: venues.findStand,
  } as const;
  const companies = await readList(companyTable, found.companies, context);
  const employers = createEmployers(companies.list, found.companies.length > 0);
  const offers = { company: employers.refer, function: createFunctions(event?.references.functions ?? null) };
  const [jobs, agenda, skills] = await Promise.all([
    readList(jobTable, found.jobs, { ...context, refer: offers }),
    readList(agendaTable, found.agenda, { ...context, refer: { place: venues.refer } }),
    readList(skillTable, found.skills, context),
  ]);
  const read = [companies, jobs, agenda, skills];
  const contents: Pick<PackContents, 'companies' | 'jobs' | 'agenda'> = {
    companies: companies.list,
    jobs: jobs.list,
    agenda: agenda.list,
  };
  const problems = read.flatMap((each) => each.problems);
  const tallies = read.flatMap((each) => each.tallies);
  return { contents, skills: skills.list, employers: employers, problems, tallies };
}

function missEvent(): Problem {
  const instead = 'Write it; every event pack needs one.';
  return { severity: 'error', file: 'event.json', message: 'The file is missing.', instead };
}

function listItems<Item>(list: List<Item> | null): Item[] {
  return (list?.entries ?? []).map(({ item }) => item);
}
