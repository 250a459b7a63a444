import type { Company } from '../company.ts';
import type { Place } from '../floor-plan.ts';
import type { Job } from '../job.ts';
import type { Session } from '../session.ts';
import { listChoices, type Problem } from './problem.ts';
import type { List } from './read-list.ts';
import type { EventFile } from './read-single.ts';

/** What could be read of a pack; null for a file that is not there or is no use. */
export interface PackContents {
  readonly event: EventFile | null;
  readonly companies: List<Company> | null;
  readonly jobs: List<Job> | null;
  readonly agenda: List<Session> | null;
  readonly floorPlan: List<Place> | null;
}

/** Whether the files fit each other. What a missing or unusable file would tell is not asked. */
export function crossCheck(contents: PackContents, given: { companies: boolean }): Problem[] {
  const { companies, jobs, agenda, floorPlan } = contents;
  return [
    ...findDuplicates(companies, ({ id }) => id, ['id']),
    ...findDuplicates(jobs, ({ id }) => id, ['id']),
    ...findDuplicates(agenda, ({ id }) => id, ['id']),
    ...findDuplicates(floorPlan, ({ properties }) => properties.id, ['properties', 'id']),
    ...findDuplicates(floorPlan, ({ properties }) => (properties.kind === 'stand' ? properties.label : undefined), [
      'properties',
      'label',
    ]),
    ...checkEvent(contents),
    ...checkCompanies(contents),
    ...checkJobs(contents, given),
    ...checkAgenda(contents),
  ];
}

function findDuplicates<Item>(
  list: List<Item> | null,
  key: (item: Item) => string | undefined,
  path: readonly string[],
): Problem[] {
  const first = new Map<string, number>();
  return (list?.entries ?? []).flatMap(({ row, item }): Problem[] => {
    const found = key(item);
    const earlier = found === undefined ? undefined : first.get(found);
    if (found !== undefined && earlier === undefined) first.set(found, row);
    if (list === null || found === undefined || earlier === undefined) return [];
    const { file } = list.locate(row, path);
    const message = `"${found}" stands already in ${file.endsWith('.csv') ? 'row' : 'item'} ${earlier}.`;
    return [
      {
        severity: 'error',
        ...list.locate(row, path),
        found,
        message,
        instead: 'Write another, or remove one of the two.',
      },
    ];
  });
}

function checkEvent({ event, floorPlan }: PackContents): Problem[] {
  if (event === null) return [];
  const { functions, interests, kiosks } = event.event;
  const problems: Problem[] = [];
  for (const [name, choices] of Object.entries({ functions, interests, kiosks })) {
    for (const [index, { id }] of choices.entries()) {
      if (choices.findIndex((other) => other.id === id) === index) continue;
      const message = `"${id}" stands in ${name} twice.`;
      const at = event.locate([name, index, 'id']);
      problems.push({
        severity: 'error',
        ...at,
        found: id,
        message,
        instead: 'Write another, or remove one of the two.',
      });
    }
  }
  if (floorPlan === null) return problems;
  const places = floorPlan.entries.flatMap(({ item }) =>
    item.properties.kind === 'kiosk' ? [item.properties.id] : [],
  );
  for (const [index, { place }] of kiosks.entries()) {
    if (places.includes(place)) continue;
    const message = `"${place}" is not a kiosk on the floor plan.`;
    const instead = `Write ${listChoices(places)}, or add a place of kind "kiosk" to floorplan.geojson.`;
    problems.push({ severity: 'error', ...event.locate(['kiosks', index, 'place']), found: place, message, instead });
  }
  return problems;
}

function checkCompanies({ companies, floorPlan }: PackContents): Problem[] {
  if (companies === null || floorPlan === null) return [];
  const labels = floorPlan.entries.flatMap(({ item: { properties } }) =>
    properties.kind === 'stand' && properties.label !== undefined ? [properties.label] : [],
  );
  const choices = listChoices(labels.toSorted());
  const holders = new Map<string, string>();
  return companies.entries.flatMap(({ row, item: { id, stand } }): Problem[] => {
    const at = companies.locate(row, ['stand']);
    if (stand === undefined) {
      const message = `"${id}" has no stand; the kiosk cannot show the way to it.`;
      return [{ severity: 'warning', ...at, message, instead: `Write one of ${choices}.` }];
    }
    if (!labels.includes(stand)) {
      const message = `"${stand}" is not on the floor plan.`;
      return [
        { severity: 'error', ...at, found: stand, message, instead: `Write one of ${choices}, or leave it empty.` },
      ];
    }
    const holder = holders.get(stand);
    if (holder === undefined) holders.set(stand, id);
    if (holder === undefined) return [];
    const message = `"${holder}" stands at ${stand} as well.`;
    return [
      { severity: 'warning', ...at, found: stand, message, instead: 'Write another stand, unless they share it.' },
    ];
  });
}

function checkJobs({ event, companies, jobs }: PackContents, given: { companies: boolean }): Problem[] {
  if (jobs === null) return [];
  const first = jobs.entries[0];
  if (!given.companies && first !== undefined) {
    const message = 'The jobs name companies, but the pack has no companies.';
    return [
      {
        severity: 'error',
        ...jobs.locate(first.row, ['company']),
        message,
        instead: 'Add companies.csv or companies.json.',
      },
    ];
  }
  const functions = event?.event.functions.map(({ id }) => id);
  return jobs.entries.flatMap(({ row, item }): Problem[] => {
    const problems: Problem[] = [];
    if (companies !== null && !companies.ids.has(item.company)) {
      const message = `"${item.company}" is not the id of a company.`;
      const instead = `Write an id that stands in the list of companies, such as ${[...companies.ids][0] ?? 'one you add there'}.`;
      problems.push({ severity: 'error', ...jobs.locate(row, ['company']), found: item.company, message, instead });
    }
    if (functions !== undefined && item.function !== undefined && !functions.includes(item.function)) {
      const message = `"${item.function}" is not a function of the event.`;
      const instead =
        functions.length === 0
          ? 'Leave it empty, or add it to "functions" in event.json.'
          : `Write ${listChoices(functions)}.`;
      problems.push({ severity: 'error', ...jobs.locate(row, ['function']), found: item.function, message, instead });
    }
    return problems;
  });
}

function checkAgenda({ agenda, floorPlan }: PackContents): Problem[] {
  if (agenda === null || floorPlan === null) return [];
  const places = floorPlan.entries.map(({ item }) => item.properties);
  const rooms = places.filter(({ kind }) => kind === 'room' || kind === 'stage').map(({ id }) => id);
  return agenda.entries.flatMap(({ row, item: { place } }): Problem[] => {
    if (place === undefined || places.some(({ id }) => id === place)) return [];
    const message = `"${place}" is not a place on the floor plan.`;
    const instead =
      rooms.length === 0
        ? 'Leave it empty, or add it to floorplan.geojson.'
        : `Write ${listChoices(rooms)}, or leave it empty.`;
    return [{ severity: 'error', ...agenda.locate(row, ['place']), found: place, message, instead }];
  });
}
