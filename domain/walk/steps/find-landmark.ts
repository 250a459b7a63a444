import type { Place, PlaceKind, Position } from '../../floor-plan.ts';
import { entersInside, measure, nearestOnSegment, toOutline, toSegments } from '../../geometry.ts';

/** How far from a corner a landmark may stand to be "at" it, in metres. */
const atCorner = 5;

/** What everybody sees, before what one has to read. */
const ranks: Partial<Record<PlaceKind, number>> = {
  stage: 0,
  information: 0,
  food: 0,
  entrance: 0,
  room: 0,
  cloakroom: 0,
  'first-aid': 0,
  escalator: 0,
  stairs: 0,
  lift: 0,
  toilet: 0,
  stand: 1,
};

interface Corner {
  /** All places of the floor. */
  readonly places: readonly Place[];
  readonly corner: Position;
  /** Corners before it at which one might turn to the same side by mistake. */
  readonly others: readonly Position[];
  /** Places that are never taken: where one comes from and where one goes. */
  readonly except: readonly string[];
  readonly allowsStands: boolean;
}

/** Id of a place at a corner by which one tells it from those before it; null when there is none. */
export function findLandmark({ places, corner, others, except, allowsStands }: Corner): string | null {
  const candidates = places
    .filter(({ properties: { id, kind } }) => ranks[kind] !== undefined && !except.includes(id))
    .filter(({ properties: { kind } }) => allowsStands || kind !== 'stand')
    .map((place) => ({ place, spot: nearestSpot(place, corner) }))
    .map(({ place, spot }) => ({ place, spot, metres: measure(spot, corner) }))
    .filter(({ metres }) => metres <= atCorner)
    .toSorted(
      (a, b) => (ranks[a.place.properties.kind] ?? 9) - (ranks[b.place.properties.kind] ?? 9) || a.metres - b.metres,
    );
  const stands = places.flatMap((place) =>
    place.properties.kind === 'stand' && place.geometry.type === 'Polygon'
      ? [{ place, outline: toOutline(place.geometry.coordinates) }]
      : [],
  );
  const found = candidates.find(
    ({ place, spot }) =>
      !stands.some((stand) => stand.place !== place && entersInside([corner, spot], stand.outline)) &&
      !places.some(
        (other) => isCalledAlike(other, place) && others.some((at) => measure(nearestSpot(other, at), at) <= atCorner),
      ),
  );
  return found?.place.properties.id ?? null;
}

/** Two toilets are one to who reads "at the toilets". */
function isCalledAlike(one: Place, other: Place): boolean {
  const call = ({ properties: { kind, name, label } }: Place) => label ?? JSON.stringify(name ?? kind);
  return call(one) === call(other);
}

/** Of a place, the position nearest to another. */
function nearestSpot({ geometry }: Place, to: Position): Position {
  const line =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'LineString'
        ? geometry.coordinates
        : (geometry.coordinates[0] ?? []);
  const spots = line.length === 1 ? line : toSegments(line).map((piece) => nearestOnSegment(to, piece));
  return spots.reduce((best, spot) => (measure(spot, to) < measure(best, to) ? spot : best), spots[0] ?? to);
}
