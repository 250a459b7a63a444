import type { ImdfArchive } from './imdf-features.ts';
import { kindOfUnit } from './imdf-kinds.ts';

/**
 * Units that a relationship of category `elevator`, `escalator` or `stairs` joins are one shaft. Others are found by lying above one another.
 * @returns the shaft by the id of a unit
 */
export function listImdfShafts({ relationship, unit }: ImdfArchive['features']): ReadonlyMap<string, string> {
  // A relationship may also name the walkways from which one enters, and these are not part of the shaft.
  const changers = new Set(unit.flatMap(({ id, properties }) => (isChanger(properties.category) ? [id] : [])));
  const shafts = new Map<string, string>();
  let count = 0;
  for (const { properties } of relationship) {
    const { category, origin, intermediary, destination } = properties;
    if (category === null || category === undefined || !/^(elevator|escalator|stairs|steps)$/.test(category)) continue;
    const units = [origin, ...(intermediary ?? []), destination].flatMap((reference) =>
      reference != null && changers.has(reference.id) ? [reference.id] : [],
    );
    const joined = new Set(units.flatMap((unit) => shafts.get(unit) ?? []));
    const [shaft = `${category}-${(count += 1)}`] = joined;
    for (const unit of units) shafts.set(unit, shaft);
    for (const [unit, known] of shafts) if (joined.has(known)) shafts.set(unit, shaft);
  }
  return shafts;
}

function isChanger(category: string | null | undefined): boolean {
  const kind = kindOfUnit(category ?? '');
  return kind === 'lift' || kind === 'escalator' || kind === 'stairs';
}
