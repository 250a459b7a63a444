import type { Place, Position } from '../../floor-plan.ts';
import { findCrossing, interpolate, measure, tolerance, toSegments, type Segment } from '../../geometry.ts';
import type { Turn } from './headings.ts';

/** How far one looks to the side for stands, in metres: more than half a broad aisle. */
const sight = 6;

/**
 * The stands that one passes on one side, in the order of walking: those whose middle one sees beside the line, with no other stand before
 * it. What lies beside the very start is not passed.
 */
export function listStandsPassed(places: readonly Place[], line: readonly Position[], side: Turn): Place[] {
  const stands = places.filter(
    ({ properties, geometry }) => properties.kind === 'stand' && geometry.type === 'Polygon',
  );
  const passed = toSegments(line).flatMap((piece) => {
    const length = measure(...piece);
    return stands
      .map((stand) => ({ stand, along: findMiddle(stand, piece) }))
      .filter(({ along }) => along > tolerance && along <= length + tolerance)
      .toSorted((a, b) => a.along - b.along)
      .filter(({ stand, along }) => seeFirst(stands, lookAside(piece, along / length, side)) === stand)
      .map(({ stand }) => stand);
  });
  return [...new Set(passed)];
}

/** How far along the piece the middle of a stand lies, in metres from its start. */
function findMiddle(stand: Place, [start, end]: Segment): number {
  const length = measure(start, end);
  const along = listCorners(stand).map(
    ([x, y]) => ((x - start[0]) * (end[0] - start[0]) + (y - start[1]) * (end[1] - start[1])) / length,
  );
  return (Math.min(...along) + Math.max(...along)) / 2;
}

/** From a share of the piece at a right angle to it. */
function lookAside(piece: Segment, share: number, side: Turn): Segment {
  const [[ax, ay], [bx, by]] = piece;
  const reach = (side === 'right' ? sight : -sight) / measure(...piece);
  const [x, y] = interpolate(piece, share);
  return [
    [x, y],
    [x + (by - ay) * reach, y - (bx - ax) * reach],
  ];
}

/** The first stand along a look. */
function seeFirst(stands: readonly Place[], look: Segment): Place | null {
  let nearest: { stand: Place; metres: number } | null = null;
  for (const stand of stands) {
    for (const wall of toSegments(listCorners(stand))) {
      const crossing = findCrossing(look, wall);
      const metres = crossing === null ? Infinity : measure(look[0], crossing);
      if (metres < (nearest?.metres ?? Infinity)) nearest = { stand, metres };
    }
  }
  return nearest?.stand ?? null;
}

function listCorners({ geometry }: Place): readonly Position[] {
  return geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
}
