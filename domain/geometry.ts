import type { Position } from './floor-plan.ts';

/** Two things nearer than this, in metres, are at the same place: plans are drawn to the centimetre. */
export const tolerance = 0.01;

export type Segment = readonly [Position, Position];
/** The outer ring and its holes. */
export type Rings = readonly (readonly Position[])[];

/** A polygon with what it spans, so that most of what is far away is seen to be so at once. */
export interface Outline {
  readonly rings: Rings;
  readonly bounds: Bounds;
}

export function toOutline(rings: Rings): Outline {
  return { rings, bounds: boundsOfPositions(rings[0] ?? []) };
}

export function measure([ax, ay]: Position, [bx, by]: Position): number {
  return Math.hypot(bx - ax, by - ay);
}

/** Metres along a line. */
export function measurePath(positions: readonly Position[]): number {
  return toSegments(positions).reduce((total, [from, to]) => total + measure(from, to), 0);
}

export function toSegments(positions: readonly Position[]): Segment[] {
  return positions.slice(1).map((to, index) => [positions[index] ?? to, to]);
}

export function interpolate([[ax, ay], [bx, by]]: Segment, share: number): Position {
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}

export function nearestOnSegment([x, y]: Position, segment: Segment): Position {
  const [[ax, ay], [bx, by]] = segment;
  const square = (bx - ax) ** 2 + (by - ay) ** 2;
  if (square === 0) return segment[0];
  const share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square;
  if (share <= 0) return segment[0];
  return share >= 1 ? segment[1] : interpolate(segment, share);
}

/** Where two segments cross; null when they do not, or run along each other. */
export function findCrossing(first: Segment, second: Segment): Position | null {
  const [[ax, ay], [bx, by]] = first;
  const [[cx, cy], [dx, dy]] = second;
  const determinant = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (determinant === 0) return null;
  const onFirst = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / determinant;
  const onSecond = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / determinant;
  const lies = (share: number) => share >= 0 && share <= 1;
  return lies(onFirst) && lies(onSecond) ? interpolate(first, onFirst) : null;
}

/** The line without the corners that lie straight between their neighbours. */
export function dropStraight(line: readonly Position[]): Position[] {
  const kept = line.slice(0, 1);
  for (const [index, corner] of line.entries()) {
    const [before, after] = [kept.at(-1), line[index + 1]];
    if (index === 0 || before === undefined) continue;
    if (after === undefined || !isStraight(before, corner, after)) kept.push(corner);
  }
  return kept;
}

/** The same for a ring, whose last position is its first. */
export function dropStraightOfRing(ring: readonly Position[]): Position[] {
  const kept = dropStraight(ring);
  const [first, second, before] = [kept[0], kept[1], kept.at(-2)];
  if (first === undefined || second === undefined || before === undefined || !isStraight(before, first, second))
    return kept;
  return [...kept.slice(1, -1), second];
}

function isStraight(before: Position, corner: Position, after: Position): boolean {
  return measure(corner, nearestOnSegment(corner, [before, after])) <= tolerance;
}

/** True inside the rings and further than the tolerance from their edges. */
export function isStrictlyInside(position: Position, rings: Rings): boolean {
  return isInside(position, rings) && measureToEdge(position, rings) > tolerance;
}

/** True inside the rings, and not in a hole; on an edge it may be either. */
export function isInside([x, y]: Position, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings) {
    let [ax, ay] = ring.at(-1) ?? [0, 0];
    for (const [bx, by] of ring) {
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      [ax, ay] = [bx, by];
    }
  }
  return inside;
}

/** Metres to the nearest edge of the rings. */
export function measureToEdge(position: Position, rings: Rings): number {
  let nearest = Infinity;
  for (const ring of rings) {
    for (const edge of toSegments(ring))
      nearest = Math.min(nearest, measure(position, nearestOnSegment(position, edge)));
  }
  return nearest;
}

/** True when a segment passes through the inside; touching an edge or running along it does not count. */
export function entersInside(segment: Segment, { rings, bounds }: Outline): boolean {
  if (!mayMeet(segment, bounds)) return false;
  const length = measure(...segment);
  const cuts = rings
    .flatMap(toSegments)
    .flatMap((edge) => {
      const crossing = findCrossing(segment, edge);
      return crossing === null ? [] : [length === 0 ? 0 : measure(segment[0], crossing) / length];
    })
    .concat(0, 1)
    .toSorted((a, b) => a - b);
  return cuts.some((cut, index) => {
    const next = cuts[index + 1];
    return next !== undefined && isStrictlyInside(interpolate(segment, (cut + next) / 2), rings);
  });
}

/** True when the insides of two polygons share ground. */
export function overlap(first: Outline, second: Outline): boolean {
  if (!boundsMeet(first.bounds, second.bounds)) return false;
  return (
    first.rings.flatMap(toSegments).some((edge) => entersInside(edge, second)) ||
    second.rings.flatMap(toSegments).some((edge) => entersInside(edge, first)) ||
    isStrictlyInside(findInsidePosition(first.rings), second.rings)
  );
}

/** A position inside: the centre of gravity of the outer ring or, where that lies outside or in a hole, the middle of the widest span. */
export function findInsidePosition(rings: Rings): Position {
  const centre = findCentre(rings[0] ?? []);
  return isStrictlyInside(centre, rings) ? centre : findWidestSpan(rings, centre);
}

function findCentre(ring: readonly Position[]): Position {
  const [origin = [0, 0]] = ring;
  let [area, x, y] = [0, 0, 0];
  for (const [a, b] of toSegments(ring)) {
    const [ax, ay, bx, by] = [a[0] - origin[0], a[1] - origin[1], b[0] - origin[0], b[1] - origin[1]];
    const part = ax * by - bx * ay;
    [area, x, y] = [area + part, x + (ax + bx) * part, y + (ay + by) * part];
  }
  return area === 0 ? origin : [origin[0] + x / (3 * area), origin[1] + y / (3 * area)];
}

/** Half-way between neighbouring heights of corners no edge ends, so that every scan line passes the edges cleanly. */
function findWidestSpan(rings: Rings, otherwise: Position): Position {
  const heights = [...new Set(rings.flat().map(([, y]) => y))].toSorted((a, b) => a - b);
  let widest = { width: 0, position: otherwise };
  for (const [index, height] of heights.entries()) {
    const y = (height + (heights[index + 1] ?? height)) / 2;
    const crossed = rings
      .flatMap(toSegments)
      .flatMap(([[ax, ay], [bx, by]]) => (ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)]))
      .toSorted((a, b) => a - b);
    for (let at = 0; at + 1 < crossed.length; at += 2) {
      const [left = 0, right = 0] = crossed.slice(at, at + 2);
      if (right - left > widest.width) widest = { width: right - left, position: [(left + right) / 2, y] };
    }
  }
  return widest.position;
}

/** Metres. */
export interface Bounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export function boundsOfPositions(positions: readonly Position[]): Bounds {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  return { left, bottom, right, top };
}

export function boundsMeet(first: Bounds, second: Bounds): boolean {
  return (
    first.left <= second.right && second.left <= first.right && first.bottom <= second.top && second.bottom <= first.top
  );
}

export function widen({ left, bottom, right, top }: Bounds, metres: number): Bounds {
  return { left: left - metres, bottom: bottom - metres, right: right + metres, top: top + metres };
}

/** False only when the segment passes the bounds by. */
export function mayMeet([[ax, ay], [bx, by]]: Segment, { left, bottom, right, top }: Bounds): boolean {
  return Math.min(ax, bx) <= right && Math.max(ax, bx) >= left && Math.min(ay, by) <= top && Math.max(ay, by) >= bottom;
}
