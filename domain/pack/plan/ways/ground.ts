import Flatbush from 'flatbush';
import type { Position } from '../../../floor-plan.ts';
import {
  boundsOfPositions,
  interpolate,
  isInside,
  measure,
  measureToEdge,
  nearestOnSegment,
  toSegments,
  type Rings,
  type Segment,
} from '../../../geometry.ts';

/** What one can walk on, on one floor. Metres. */
export interface Ground {
  /** Halls and other open areas; those that touch are one, but for doors. */
  readonly areas: readonly Rings[];
  /** Stands, rooms, walls and whatever else stands in the way. */
  readonly obstacles: readonly Rings[];
  /** Where two areas touch and a door leads from one to the other, one passes only there. */
  readonly doors: readonly Segment[];
}

/** A position on the edge of what one can walk on. */
export interface EdgeSample {
  readonly at: Position;
  /** Which ring it lies on, counted over all. */
  readonly ring: number;
  /** Metres along the ring. */
  readonly along: number;
  /** Length of the ring. */
  readonly around: number;
}

/** Metres between samples along an edge. */
export const sampleSpacing = 0.5;

/** What is drawn apart by less than this is meant to touch. */
const meantToTouch = 0.05;

/** Positions along all edges of the ground, no further apart than the spacing. */
export function sampleEdges({ areas, obstacles, doors }: Ground): EdgeSample[] {
  const samples: EdgeSample[] = [];
  let ring = 0;
  for (const [index, area] of areas.entries()) {
    const others = areas.filter((_, other) => other !== index);
    for (const line of area) {
      samples.push(...sampleRing(line, ring).filter(({ at }) => !isPassage(at, { area, others, doors })));
      ring += 1;
    }
  }
  for (const line of obstacles.flat()) {
    samples.push(...sampleRing(line, ring));
    ring += 1;
  }
  return samples;
}

function sampleRing(line: readonly Position[], ring: number): EdgeSample[] {
  const edges = toSegments(line);
  const around = edges.reduce((sum, edge) => sum + measure(...edge), 0);
  let along = 0;
  return edges.flatMap((edge) => {
    const length = measure(...edge);
    const count = Math.max(1, Math.ceil(length / sampleSpacing));
    const start = along;
    along += length;
    return Array.from({ length: count }, (_, step) => {
      const share = step / count;
      return { at: toGrid(interpolate(edge, share)), ring, along: start + share * length, around };
    });
  });
}

/**
 * Millimetres: where two stands touch, samples of both are then the same or clearly not, and no triangle is so thin that its centre cannot be
 * told.
 */
function toGrid([x, y]: Position): Position {
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
}

/** Whether a position on the edge of an area is where one walks on into another. */
function isPassage(
  at: Position,
  { area, others, doors }: { area: Rings; others: readonly Rings[]; doors: readonly Segment[] },
): boolean {
  return others.some((other) => {
    if (!isInside(at, other) && measureToEdge(at, other) > meantToTouch) return false;
    const between = doors.filter((door) =>
      [area, other].every((rings) => measureToEdge(interpolate(door, 0.5), rings) <= doorDepth),
    );
    return between.length === 0 || between.some((door) => measure(at, nearestOnSegment(at, door)) <= meantToTouch);
  });
}

/** A door is drawn at most this far from the wall that it is in. */
export const doorDepth = 0.3;

/** Tells quickly whether a position is on the ground and in nothing that stands there. */
export function createGroundTest({ areas, obstacles }: Ground): (position: Position) => boolean {
  const indexes = [areas, obstacles].map(createRingsIndex);
  const [isInArea, isInObstacle] = [indexes[0], indexes[1]];
  return (position) => isInArea?.(position) === true && isInObstacle?.(position) !== true;
}

function createRingsIndex(all: readonly Rings[]): (position: Position) => boolean {
  if (all.length === 0) return () => false;
  const index = new Flatbush(all.length);
  for (const rings of all) {
    const { left, bottom, right, top } = boundsOfPositions(rings[0] ?? []);
    index.add(left, bottom, right, top);
  }
  index.finish();
  return ([x, y]) => index.search(x, y, x, y).some((found) => isInside([x, y], all[found] ?? []));
}
