import type { Floor } from '../../../floor-plan.ts';
import { toLocalised } from '../to-localised.ts';
import type { ImdfFeature } from './imdf-features.ts';

/** The levels of a venue by their ids. A floor's own id is what stands in the lift: the short name, such as `G`, or else the ordinal. */
export function listImdfFloors(levels: readonly ImdfFeature[]): ReadonlyMap<string, Floor> {
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  const floors = new Map<string, Floor>();
  for (const { id, properties } of levels) {
    const { ordinal, name, short_name: short } = properties;
    if (ordinal === undefined) continue;
    // Several buildings have a level each at one ordinal, and people walk from one to the other.
    const known = ids.get(ordinal);
    const wanted = toFloorId(Object.values(toLocalised(short) ?? {})[0], ordinal);
    const floor = known ?? (taken.has(wanted) ? `level-${ordinal}` : wanted);
    ids.set(ordinal, floor);
    taken.add(floor);
    const text = toLocalised(name) ?? toLocalised(short);
    floors.set(id, { id: floor, ordinal, ...(text === null ? {} : { name: text }) });
  }
  const first = new Map([...floors.values()].toReversed().map((floor) => [floor.id, floor]));
  return new Map([...floors].map(([id, floor]) => [id, first.get(floor.id) ?? floor]));
}

function toFloorId(short: string | undefined, ordinal: number): string {
  const plain = (short ?? '').replace(/[^A-Za-z0-9._-]+/g, '');
  return /^[A-Za-z0-9]/.test(plain) ? plain.slice(0, 64) : `level-${ordinal}`;
}
