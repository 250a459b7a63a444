import { floorOf, floorsOf, type FloorPlan, type Place } from '../../floor-plan.ts';
import { measure, overlap, toOutline } from '../../geometry.ts';
import { anchorOf } from '../../place-shape.ts';

/** Symbols of one lift on two floors are drawn this near each other, metres. */
const sameShaft = 2;

/**
 * Lifts, escalators and stairs that lie above one another are one way, where nobody said so: those of the same kind on the next floor that has
 * one there.
 * @returns the shaft of each place that has none of its own and got one
 */
export function joinShafts(plan: FloorPlan): ReadonlyMap<Place, string> {
  const order = new Map(floorsOf(plan).map(({ id }, index) => [id, index]));
  const loose = plan.features
    .filter(({ properties: { kind, shaft } }) => shaft === undefined && isShaft(kind))
    .map((place) => ({ place, level: order.get(floorOf(place, plan)) ?? 0 }))
    .toSorted((a, b) => a.level - b.level);
  const shafts = new Map<Place, string>();
  for (const { place: upper, level } of loose) {
    const below = loose
      .filter(({ place, level: other }) => other < level && isAbove(upper, place))
      .toSorted((a, b) => b.level - a.level);
    const next = below.filter(({ level: other }) => other === below[0]?.level);
    for (const { place: lower } of next) {
      const shaft = shafts.get(lower) ?? shafts.get(upper) ?? `shaft-${lower.properties.id}`.slice(0, 64);
      shafts.set(lower, shaft).set(upper, shafts.get(upper) ?? shaft);
    }
  }
  return shafts;
}

function isShaft(kind: Place['properties']['kind']): boolean {
  return kind === 'lift' || kind === 'escalator' || kind === 'stairs';
}

function isAbove(first: Place, second: Place): boolean {
  if (first.properties.kind !== second.properties.kind) return false;
  const [upper, lower] = [first.geometry, second.geometry];
  if (upper.type === 'Polygon' && lower.type === 'Polygon') {
    return overlap(toOutline(upper.coordinates), toOutline(lower.coordinates));
  }
  return measure(anchorOf(first), anchorOf(second)) <= sameShaft;
}
