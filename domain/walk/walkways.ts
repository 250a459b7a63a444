import type { Place, Position } from '../floor-plan.ts';
import {
  boundsMeet,
  boundsOfPositions,
  dropStraightOfRing,
  entersInside,
  findCrossing,
  interpolate,
  mayMeet,
  measure,
  nearestOnSegment,
  tolerance,
  toSegments,
  toOutline,
  widen,
  type Outline,
  type Segment,
} from '../geometry.ts';

/** Where one leaves a walkway for a place. */
export interface Access {
  /** On a walkway. */
  readonly from: Position;
  /** On the edge of the place. */
  readonly to: Position;
  /** The piece of walkway that one leaves. */
  readonly piece: Segment;
}

/** The ways of a floor as pieces that meet only at their ends, none of them through a stand. */
export interface Walkways {
  readonly pieces: readonly Segment[];
  readonly stands: readonly Outline[];
}

/**
 * Walkways, and ramps drawn as lines, are joined wherever they cross or touch, not only where they share a vertex.
 * @param places all of one floor
 */
export function layWalkways(places: readonly Place[]): Walkways {
  const stands = places.flatMap((place) =>
    place.properties.kind === 'stand' && place.geometry.type === 'Polygon'
      ? [toOutline(place.geometry.coordinates)]
      : [],
  );
  const segments = places.flatMap((place) =>
    isWalked(place) && place.geometry.type === 'LineString' ? toSegments(place.geometry.coordinates) : [],
  );
  const pieces = segments.flatMap((segment) =>
    splitSegment(
      segment,
      segments.flatMap((other) => findJoints(segment, other)),
    ),
  );
  return { pieces: pieces.filter((piece) => !stands.some((stand) => entersInside(piece, stand))), stands };
}

function isWalked({ properties: { kind } }: Place): boolean {
  return kind === 'walkway' || kind === 'ramp';
}

function findJoints(segment: Segment, other: Segment): Position[] {
  const crossing = findCrossing(segment, other);
  const touching = other.filter((end) => measure(end, nearestOnSegment(end, segment)) <= tolerance);
  return crossing === null ? touching : [...touching, crossing];
}

/** The segment cut at those of the positions that lie on it. */
export function splitAt(segment: Segment, positions: readonly Position[]): Segment[] {
  const cuts = positions.filter((at) => measure(at, nearestOnSegment(at, segment)) <= tolerance);
  return cuts.length === 0 ? [segment] : splitSegment(segment, cuts);
}

/** Cut at positions that lie on it; pieces shorter than the tolerance are dropped. */
function splitSegment(segment: Segment, at: readonly Position[]): Segment[] {
  const [start, end] = segment;
  const stops = [...at, end].toSorted((a, b) => measure(start, a) - measure(start, b));
  const kept = [start];
  for (const stop of stops) {
    const last = kept.at(-1) ?? start;
    if (measure(last, stop) > tolerance) kept.push(stop);
  }
  return toSegments(kept);
}

/** Of two sides of a place both may face a walkway: legs this much longer than the shortest, in metres, still count. */
const sameReach = 0.5;

/** Where a place can be entered, and in which of its sides that lies. */
interface Door {
  readonly at: Position;
  readonly side: Segment | null;
}

/**
 * Where a place is entered: from the nearest walkway to the place's point or to the middle of a side that faces the walkway, in a straight
 * line through no stand. Several when several sides face a walkway; none when it cannot be reached. Of a kiosk that faces somewhere it is
 * where its visitor stands.
 */
export function findAccesses(place: Place, walkways: Walkways): Access[] {
  const inFront = leadToDoors(listPositionsInFront(place), walkways);
  return inFront.length > 0 ? inFront : leadToDoors(listDoors(place, walkways.pieces), walkways);
}

/** Looked at first are the pieces within so many metres of a place, because most of a plan is far away. */
const reaches = [8, 40, Infinity];

function leadToDoors(doors: readonly Door[], { pieces, stands }: Walkways): Access[] {
  const bounds = boundsOfPositions(doors.map(({ at }) => at));
  for (const reach of reaches) {
    const near = widen(bounds, reach);
    const accesses = listAccesses(doors, {
      pieces: pieces.filter((piece) => mayMeet(piece, near)),
      stands: stands.filter((stand) => boundsMeet(stand.bounds, near)),
    });
    const [shortest] = accesses;
    if (shortest && measure(shortest.from, shortest.to) + sameReach <= reach) return accesses;
  }
  return [];
}

/** From the shortest on. */
function listAccesses(doors: readonly Door[], { pieces, stands }: Walkways): Access[] {
  const legs = doors
    .flatMap((door) =>
      pieces.map((piece) => {
        const start = nearestOnSegment(door.at, piece);
        return { door, piece, start, metres: measure(start, door.at) };
      }),
    )
    .toSorted((a, b) => a.metres - b.metres);
  const accesses = new Map<Door, Access>();
  let longest = Infinity;
  for (const { door, piece, start, metres } of legs) {
    if (metres > longest) break;
    if (accesses.has(door) || !faces(start, door.side)) continue;
    if (stands.some((stand) => entersInside([start, door.at], stand))) continue;
    accesses.set(door, { from: start, to: door.at, piece });
    longest = Math.min(longest, metres + sameReach);
  }
  return [...accesses.values()];
}

/** False when the straight line from the middle of a side would slip along the wall, at less than 30° to it. */
function faces(start: Position, side: Segment | null): boolean {
  if (side === null) return true;
  const [[ax, ay], [bx, by]] = side;
  const [x, y] = [start[0] - (ax + bx) / 2, start[1] - (ay + by) / 2];
  const away = Math.abs(x * (by - ay) - y * (bx - ax)) / measure(...side);
  return away >= Math.hypot(x, y) / 2;
}

/** From a screen to the feet of who touches it, in metres. */
const arm = 0.6;

function listPositionsInFront({ geometry, properties: { facing } }: Place): Door[] {
  if (geometry.type !== 'Point' || facing === undefined) return [];
  const [x, y] = geometry.coordinates;
  const radians = (facing * Math.PI) / 180;
  return [{ at: [x - arm * Math.sin(radians), y - arm * Math.cos(radians)], side: null }];
}

function listDoors({ geometry, properties }: Place, pieces: readonly Segment[]): Door[] {
  switch (geometry.type) {
    case 'Point':
      return [{ at: geometry.coordinates, side: null }];
    case 'LineString':
      return geometry.coordinates.map((at) => ({ at, side: null }));
    case 'Polygon': {
      const sides = toSegments(dropStraightOfRing(geometry.coordinates[0] ?? []));
      const middles = sides.map((side) => ({ at: interpolate(side, 0.5), side }));
      if (properties.kind === 'stand') return middles;
      // A room is entered where a walkway ends at its wall, which need not be the middle.
      const ends = pieces
        .flat()
        .filter((end) => sides.some((side) => measure(end, nearestOnSegment(end, side)) <= tolerance));
      return ends.length > 0 ? ends.map((at) => ({ at, side: null })) : middles;
    }
  }
}
