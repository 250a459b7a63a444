import type { Company } from '../company.ts';
import type { Place } from '../floor-plan.ts';
import type { Job } from '../job.ts';
import type { Session } from '../session.ts';
import { lookUp } from './check-item.ts';
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

const orRemove = 'Write another, or remove one of the two.';

/** Whether what one file refers to stands in the other. What a missing or unusable file would tell is not asked. */
export function crossCheck(contents: PackContents, present: { companies: boolean }): Problem[] {
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
    ...checkChoices(contents),
    ...checkKiosks(contents),
    ...checkStands(contents),
    ...(present.companies ? checkEmployers(contents) : refuseJobsAlone(contents)),
    ...checkFunctions(contents),
    ...checkVenues(contents),
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
    const at = list.locate(row, path);
    const message = `"${found}" stands already in ${at.file.endsWith('.csv') ? 'row' : 'item'} ${earlier}.`;
    return [{ severity: 'error', ...at, found, message, instead: orRemove }];
  });
}

function checkChoices({ event }: PackContents): Problem[] {
  if (event === null) return [];
  const { functions, interests, kiosks } = event.references;
  return Object.entries({ functions, interests, kiosks }).flatMap(([name, choices]) =>
    (choices ?? []).flatMap(({ id }, index): Problem[] => {
      if (choices?.findIndex((other) => other.id === id) === index) return [];
      const message = `"${id}" stands in ${name} twice.`;
      return [{ severity: 'error', ...event.locate([name, index, 'id']), found: id, message, instead: orRemove }];
    }),
  );
}

function checkKiosks({ event, floorPlan }: PackContents): Problem[] {
  if (event === null || floorPlan === null) return [];
  const places = floorPlan.entries.flatMap(({ item }) =>
    item.properties.kind === 'kiosk' ? [item.properties.id] : [],
  );
  const leftOut = listLeftOut(floorPlan, ['properties', 'id']);
  return (event.references.kiosks ?? []).flatMap(({ place }, index): Problem[] => {
    if (places.includes(place) || leftOut.has(place)) return [];
    const message = `"${place}" is not a kiosk on the floor plan.`;
    const instead =
      places.length === 0
        ? 'Add a place of kind "kiosk" with this id to floorplan.geojson.'
        : `Write ${listChoices(places)}, or add a place of kind "kiosk" to floorplan.geojson.`;
    return [{ severity: 'error', ...event.locate(['kiosks', index, 'place']), found: place, message, instead }];
  });
}

function checkStands({ companies, floorPlan }: PackContents): Problem[] {
  if (companies === null || floorPlan === null) return [];
  const labels = floorPlan.entries.flatMap(({ item: { properties } }) =>
    properties.kind === 'stand' && properties.label !== undefined ? [properties.label] : [],
  );
  const leftOut = listLeftOut(floorPlan, ['properties', 'label']);
  const write =
    labels.length === 0 ? 'Add stands to floorplan.geojson' : `Write one of ${listChoices(labels.toSorted())}`;
  const holders = new Map<string, string>();
  return companies.entries.flatMap(({ row, item: { id, stands } }): Problem[] => {
    const at = companies.locate(row, ['stands']);
    if (stands.length === 0) {
      const message = `"${id}" has no stand, so that the kiosk cannot show the way to it.`;
      return [{ severity: 'warning', ...at, message, instead: `${write}.` }];
    }
    return stands.flatMap((stand): Problem[] => {
      if (!labels.includes(stand) && !leftOut.has(stand)) {
        const message = `"${stand}" is not on the floor plan.`;
        return [{ severity: 'error', ...at, found: stand, message, instead: `${write}, or leave it empty.` }];
      }
      const holder = holders.get(stand);
      if (holder === undefined) holders.set(stand, id);
      if (holder === undefined || holder === id) return [];
      const message = `"${holder}" stands at ${stand} as well.`;
      const instead = 'Write another stand, unless they share it.';
      return [{ severity: 'warning', ...at, found: stand, message, instead }];
    });
  });
}

function refuseJobsAlone({ jobs }: PackContents): Problem[] {
  const first = jobs?.entries[0];
  if (!jobs || !first) return [];
  const message = 'The jobs name companies, but the pack has no companies.';
  const instead = 'Add companies.csv or companies.json.';
  return [{ severity: 'error', ...jobs.locate(first.row, ['company']), message, instead }];
}

function checkEmployers({ companies, jobs }: PackContents): Problem[] {
  // A row that could not be read may hold any id: its own problem is told, and this one once that is mended.
  if (companies === null || jobs === null || !companies.complete) return [];
  const ids = companies.entries.map(({ item }) => item.id);
  const known = new Set(ids).union(listLeftOut(companies, ['id']));
  const instead = `Write an id from the list of companies${ids[0] === undefined ? '' : `, such as ${ids[0]}`}, or add the company there.`;
  return jobs.entries.flatMap(({ row, item: { company } }): Problem[] => {
    if (known.has(company)) return [];
    const message = `"${company}" is not the id of a company.`;
    return [{ severity: 'error', ...jobs.locate(row, ['company']), found: company, message, instead }];
  });
}

function checkFunctions({ event, jobs }: PackContents): Problem[] {
  const functions = event?.references.functions?.map(({ id }) => id);
  if (jobs === null || functions === undefined) return [];
  const write = functions.length === 0 ? 'Leave it empty' : `Write ${listChoices(functions)}`;
  return jobs.entries.flatMap(({ row, item }): Problem[] => {
    if (item.function === undefined || functions.includes(item.function)) return [];
    const message = `"${item.function}" is not a function of the event.`;
    const instead = `${write}, or add it to "functions" in event.json.`;
    return [{ severity: 'error', ...jobs.locate(row, ['function']), found: item.function, message, instead }];
  });
}

function checkVenues({ agenda, floorPlan }: PackContents): Problem[] {
  if (agenda === null || floorPlan === null) return [];
  const places = floorPlan.entries.map(({ item }) => item.properties);
  const known = new Set(places.map(({ id }) => id)).union(listLeftOut(floorPlan, ['properties', 'id']));
  const rooms = places.filter(({ kind }) => kind === 'room' || kind === 'stage').map(({ id }) => id);
  const write = rooms.length === 0 ? 'Add it to floorplan.geojson' : `Write ${listChoices(rooms)}`;
  return agenda.entries.flatMap(({ row, item: { place } }): Problem[] => {
    if (place === undefined || known.has(place)) return [];
    const message = `"${place}" is not a place on the floor plan.`;
    return [
      {
        severity: 'error',
        ...agenda.locate(row, ['place']),
        found: place,
        message,
        instead: `${write}, or leave it empty.`,
      },
    ];
  });
}

/** What stands at a path of the items that were left out. */
function listLeftOut(list: List<unknown>, path: readonly string[]): Set<unknown> {
  return new Set(list.leftOut.map((item) => lookUp(item, path)));
}
