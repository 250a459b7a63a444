import type { FloorPlan, Place, Position } from './floor-plan.ts';
import { boundsOfPositions, findInsidePosition, interpolate, measure, toSegments, type Bounds } from './geometry.ts';

/** The position that stands for a place, where its label goes: inside a polygon, half-way along a line. */
export function anchorOf(place: Place): Position {
  const { geometry } = place;
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'LineString':
      return findMiddle(geometry.coordinates);
    case 'Polygon':
      return findInsidePosition(geometry.coordinates);
  }
}

/** The position half-way along a line. */
function findMiddle(positions: readonly Position[]): Position {
  const segments = toSegments(positions);
  let left = segments.reduce((total, segment) => total + measure(...segment), 0) / 2;
  for (const segment of segments) {
    const length = measure(...segment);
    if (left <= length) return interpolate(segment, length === 0 ? 0 : left / length);
    left -= length;
  }
  return positions[0] ?? [0, 0];
}

/** What the whole plan spans, in metres. */
export function boundsOf(plan: FloorPlan): Bounds {
  return boundsOfPositions(plan.features.flatMap(listPositions));
}

/** Every position of a place's shape; of a polygon those of all its rings. */
export function listPositions({ geometry }: Place): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
      return geometry.coordinates;
    case 'Polygon':
      return geometry.coordinates.flat();
  }
}
