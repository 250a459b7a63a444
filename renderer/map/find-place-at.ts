import type { Position } from '../../domain/floor-plan.ts';
import { isStrictlyInside, measure, nearestOnSegment, toSegments } from '../../domain/geometry.ts';
import { padBox, type Box } from './label-layout.ts';
import type { DrawnPlace } from './plan-drawing.ts';

/**
 * What a finger means: the place under it, or the nearest one within reach. One path draws all stands, so nothing in the page knows.
 * @param at metres in the picture
 * @param reach metres; a finger is not a needle
 */
export function findPlaceAt(places: readonly DrawnPlace[], at: Position, reach: number): DrawnPlace | null {
  const near = places
    .filter(({ place, box }) => isTouchable(place.properties.kind) && holds(padBox(box, reach), at))
    .map((drawn) => ({ drawn, metres: measureTo(drawn, at) }))
    .filter(({ metres }) => metres <= reach)
    .toSorted((one, other) => one.metres - other.metres);
  return near[0]?.drawn ?? null;
}

/** All that a visitor could want to go to. */
export function isTouchable(kind: DrawnPlace['place']['properties']['kind']): boolean {
  return kind !== 'hall' && kind !== 'walkway' && kind !== 'kiosk';
}

function measureTo({ place, rings }: DrawnPlace, at: Position): number {
  const isPolygon = place.geometry.type === 'Polygon';
  if (isPolygon && isStrictlyInside(at, rings)) return 0;
  const [only] = rings.flat();
  if (rings.flat().length === 1 && only) return measure(only, at);
  return Math.min(...rings.flatMap(toSegments).map((side) => measure(at, nearestOnSegment(at, side))));
}

function holds({ x, y, width, height }: Box, [atX, atY]: Position): boolean {
  return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
}
