import type { Company } from '../company.ts';
import type { Choice } from '../event.ts';
import type { Place } from '../floor-plan.ts';
import type { Localised } from '../localised.ts';
import { toHeadingKey } from './attendee-columns.ts';
import { lookUp } from './check-item.ts';
import type { Reference } from './complete-row.ts';
import { guessLanguage } from './guess-language.ts';
import type { List } from './list.ts';
import { fitId, makeNameId } from './make-id.ts';
import { createStandMatcher } from './plan/match-stands.ts';
import { listChoices } from './problem.ts';

/** The companies that jobs name. */
export interface Employers {
  readonly refer: (written: string) => Reference;
  /** Those that jobs name in a pack without companies. */
  readonly made: ReadonlyMap<string, Company>;
  /** How an id was written that no company has. */
  readonly unknown: ReadonlyMap<string, string>;
}

/** A company by its id or its name in any language. @param companies null in a pack that has none: then the names make them */
export function createEmployers(companies: List<Company> | null, isPresent: boolean): Employers {
  const ids = new Map<string, string>();
  const add = (id: unknown, names: unknown) => {
    if (typeof id !== 'string') return;
    for (const name of [id, ...Object.values((names ?? {}) as Localised)]) {
      const key = toHeadingKey(String(name));
      if (key !== '' && !ids.has(key)) ids.set(key, id);
    }
  };
  for (const { item } of companies?.entries ?? []) add(item.id, item.name);
  for (const item of companies?.leftOut ?? []) add(lookUp(item, ['id']), lookUp(item, ['name']));
  const exact = new Set(companies?.entries.map(({ item }) => item.id));
  const made = new Map<string, Company>();
  const unknown = new Map<string, string>();
  const refer = (written: string): Reference => {
    if (exact.has(written)) return { fields: { company: written } };
    const known = ids.get(toHeadingKey(written));
    if (known !== undefined) return { fields: { company: known } };
    const id = isPresent && fitId(written) === written ? written : makeNameId(written);
    if (isPresent) unknown.set(id, written);
    else if (!made.has(id)) made.set(id, { id, name: { [guessLanguage(written)]: written }, stands: [] });
    return { fields: { company: id } };
  };
  return { refer, made, unknown };
}

/** One of the event's functions by its id or name. @param functions null when event.json does not tell them in order */
export function createFunctions(functions: readonly Choice[] | null): (written: string) => Reference {
  const ids = new Map(
    (functions ?? []).flatMap(({ id, name }) =>
      [id, ...Object.values(name)].map((each = '') => [toHeadingKey(each), id] as const),
    ),
  );
  const choices = (functions ?? []).map(({ id }) => id);
  const write = choices.length === 0 ? 'Leave it empty' : `Write ${listChoices(choices)}`;
  return (written) => {
    const known = ids.get(toHeadingKey(written));
    if (known !== undefined) return { fields: { function: known } };
    if (functions === null) return { fields: {} };
    const message = `"${written}" is not a function of the event and is left out.`;
    return { fields: {}, dropped: { message, instead: `${write}, or add it to "functions" in event.json.` } };
  };
}

/** A place of the floor plan by its id, label or name. @param plan null in a pack without one, and then ids are left as they are */
export function createVenues(plan: List<Place> | null): {
  readonly refer: (written: string) => Reference;
  readonly find: (name: string) => string | null;
  /** A stand's label as the plan writes it: `A011/B010` may stand there as `A-011 B-010`. */
  readonly findStand: (written: string) => readonly string[];
} {
  const ids = new Map<string, string>();
  for (const { item } of (plan?.entries ?? []).toReversed()) {
    const { id, label, name = {} } = item.properties;
    for (const each of [...Object.values(name), label, id]) if (each) ids.set(toHeadingKey(each), id);
  }
  for (const item of plan?.leftOut ?? []) {
    const id = lookUp(item, ['properties', 'id']);
    if (typeof id === 'string') ids.set(toHeadingKey(id), id);
  }
  const matchStand = createStandMatcher(
    (plan?.entries ?? []).flatMap(({ item: { properties } }) =>
      properties.kind === 'stand' ? (properties.label ?? []) : [],
    ),
  );
  const rooms = (plan?.entries ?? []).flatMap(({ item: { properties } }) =>
    properties.kind === 'room' || properties.kind === 'stage' ? [properties.id] : [],
  );
  const write = rooms.length === 0 ? 'Add it to the floor plan' : `Write ${listChoices(rooms)}`;
  const asRoom = (written: string) => ({ room: { [guessLanguage(written)]: written } });
  return {
    findStand: (written) => {
      const found = matchStand(written);
      return found.length === 0 ? [written] : found;
    },
    find: (name) => ids.get(toHeadingKey(name)) ?? null,
    refer: (written) => {
      const known = ids.get(toHeadingKey(written));
      if (known !== undefined) return { fields: { place: known } };
      if (plan === null) return { fields: fitId(written) === written ? { place: written } : asRoom(written) };
      const message = `"${written}" is not a place on the floor plan and is shown as the name of a room.`;
      return { fields: asRoom(written), dropped: { message, instead: `${write}, or leave it empty.` } };
    },
  };
}
