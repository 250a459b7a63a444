import type { Company } from '../company.ts';
import type { Place } from '../floor-plan.ts';
import type { Job } from '../job.ts';
import type { Session } from '../session.ts';
import { lookUp } from './check-item.ts';
import { listChoices, quote, type Problem } from './problem.ts';
import type { Employers } from './refer.ts';
import type { List } from './list.ts';
import type { EventFile } from './read-event.ts';

/** What could be read of a pack; null for a file that is not there or is no use. */
export interface PackContents {
  readonly event: EventFile | null;
  readonly companies: List<Company> | null;
  readonly jobs: List<Job> | null;
  readonly agenda: List<Session> | null;
  readonly floorPlan: List<Place> | null;
}

const orRemove = 'Write another, or remove one of the two.';

/**
 * Whether what one file refers to stands in the other. What a missing or unusable file would tell is not asked.
 * @param employers how the jobs write the companies that are not there
 */
export function crossCheck(contents: PackContents, employers: Pick<Employers, 'unknown'>): Problem[] {
  return [
    ...findLabelTwice(contents),
    ...checkChoices(contents),
    ...checkKiosks(contents),
    ...checkStands(contents),
    ...checkEmployers(contents, employers),
  ];
}

/** Both are drawn; a visitor of the label is led to the first. */
function findLabelTwice({ floorPlan }: PackContents): Problem[] {
  const first = new Map<string, number>();
  return (floorPlan?.entries ?? []).flatMap(({ row, item: { properties } }): Problem[] => {
    const { kind, label } = properties;
    if (floorPlan === null || kind !== 'stand' || label === undefined) return [];
    const earlier = first.get(label);
    if (earlier === undefined) {
      first.set(label, row);
      return [];
    }
    const at = floorPlan.locate(row, ['properties', 'label']);
    const before = floorPlan.locate(earlier, []);
    const where = before.row === undefined ? `line ${before.line ?? 1}` : `item ${before.row}`;
    const message = `"${label}" stands already in ${where}, and visitors are led there.`;
    return [{ severity: 'warning', ...at, found: label, message, instead: orRemove }];
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
        ? 'Add a place of kind "kiosk" with this id to the floor plan.'
        : `Write ${listChoices(places)}, or add a place of kind "kiosk" to the floor plan.`;
    return [{ severity: 'error', ...event.locate(['kiosks', index, 'place']), found: place, message, instead }];
  });
}

function checkStands({ companies, floorPlan }: PackContents): Problem[] {
  if (companies === null || floorPlan === null) return [];
  const labels = floorPlan.entries.flatMap(({ item: { properties } }) =>
    properties.kind === 'stand' && properties.label !== undefined ? [properties.label] : [],
  );
  const leftOut = listLeftOut(floorPlan, ['properties', 'label']);
  const write = labels.length === 0 ? 'Add stands to the floor plan' : `Write one of ${listChoices(labels.toSorted())}`;
  const known = new Set<unknown>(labels);
  const holders = new Map<string, string>();
  return companies.entries.flatMap(({ row, item: { id, stands } }): Problem[] => {
    const at = companies.locate(row, ['stands']);
    if (stands.length === 0) {
      const message = `"${id}" has no stand, so that the kiosk cannot show the way to it.`;
      return [{ severity: 'warning', ...at, message, instead: `${write}.` }];
    }
    return stands.flatMap((stand): Problem[] => {
      if (!known.has(stand) && !leftOut.has(stand)) {
        const message = `"${stand}" is not on the floor plan.`;
        return [{ severity: 'warning', ...at, found: stand, message, instead: `${write}, or leave it empty.` }];
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

function checkEmployers({ companies, jobs }: PackContents, { unknown }: Pick<Employers, 'unknown'>): Problem[] {
  // A row that could not be read may hold any id: its own problem is told, and this one once that is mended.
  if (companies === null || jobs === null || !companies.complete) return [];
  const [first] = companies.entries;
  const example = first === undefined ? '' : `, such as ${first.item.id}`;
  const instead = `Write an id or a name from the list of companies${example}, or add the company there.`;
  return jobs.entries.flatMap(({ row, item: { company } }): Problem[] => {
    const found = unknown.get(company);
    if (found === undefined) return [];
    const message = `${quote(found)} is neither id nor name of a company.`;
    return [{ severity: 'error', ...jobs.locate(row, ['company']), found, message, instead }];
  });
}

/** What stands at a path of the items that were left out. */
function listLeftOut(list: List<unknown>, path: readonly string[]): Set<unknown> {
  return new Set(list.leftOut.map((item) => lookUp(item, path)));
}
