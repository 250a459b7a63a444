import type { Place, Position } from '../../../floor-plan.ts';
import {
  entersInside,
  findInsidePosition,
  interpolate,
  isInside,
  measure,
  measureToEdge,
  nearestOnSegment,
  toOutline,
  toSegments,
  type Outline,
  type Rings,
  type Segment,
} from '../../../geometry.ts';
import { doorDepth, type Ground } from './ground.ts';
import { findMiddleLines } from './middle-lines.ts';
import { thinLines } from './thin-lines.ts';
import { traceLines } from './trace-lines.ts';

/** What is known of one floor. */
export interface FloorGround {
  readonly places: readonly Place[];
  /** Open areas, where somebody drew them; halls otherwise. */
  readonly areas: readonly Rings[];
  readonly walls: readonly Rings[];
  readonly doors: readonly Segment[];
}

/**
 * Walkways for a floor on which none are drawn: lines in the middle of the free space, and from them to the doors of rooms.
 * @returns lines in metres; none when the floor tells nothing that can be walked on
 */
export function deriveWalkways(floor: FloorGround): Position[][] {
  const ground = layGround(floor);
  if (ground.areas.length === 0) return [];
  const graph = findMiddleLines(ground);
  thinLines(graph);
  const lines = traceLines(graph);
  return [...lines, ...linkDoors(floor, { ground, lines })];
}

/** A room that stands are in is open; every other place with walls is in the way. */
function layGround({ places, areas, walls, doors }: FloorGround): Ground {
  const stands = places.flatMap(({ properties, geometry }) =>
    properties.kind === 'stand' && geometry.type === 'Polygon' ? [findInsidePosition(geometry.coordinates)] : [],
  );
  const open: Rings[] = [];
  const obstacles: Rings[] = [...walls];
  for (const { properties, geometry } of places) {
    if (geometry.type !== 'Polygon') continue;
    const { coordinates } = geometry;
    switch (properties.kind) {
      case 'hall':
        if (areas.length === 0) open.push(coordinates);
        break;
      case 'room':
        if (stands.some((stand) => isInside(stand, coordinates))) open.push(coordinates);
        else obstacles.push(coordinates);
        break;
      case 'entrance':
      case 'kiosk':
      case 'ramp':
      case 'walkway':
        break;
      case 'stand':
      case 'stage':
      case 'toilet':
      case 'lift':
      case 'escalator':
      case 'stairs':
      case 'first-aid':
      case 'food':
      case 'cloakroom':
      case 'information':
        obstacles.push(coordinates);
    }
  }
  return { areas: [...areas, ...open], obstacles, doors };
}

/** A straight line from each door of a room to the nearest walkway that is seen from there. */
function linkDoors(
  { places, doors }: FloorGround,
  task: { ground: Ground; lines: readonly Position[][] },
): Position[][] {
  const pieces = task.lines.flatMap(toSegments);
  const obstacles = task.ground.obstacles.map(toOutline);
  const rooms = places.flatMap(({ properties: { kind }, geometry }) =>
    geometry.type === 'Polygon' && kind !== 'hall' && kind !== 'stand' ? [geometry.coordinates] : [],
  );
  return doors.flatMap((door) => {
    const middle = interpolate(door, 0.5);
    const room = rooms.find((rings) => measureToEdge(middle, rings) <= doorDepth);
    if (room === undefined) return [];
    const at = nearestOnEdge(middle, room);
    const way = findWay(at, { pieces, obstacles, areas: task.ground.areas });
    return way === null ? [] : [[way, at]];
  });
}

function nearestOnEdge(position: Position, rings: Rings): Position {
  const candidates = rings.flatMap(toSegments).map((edge) => nearestOnSegment(position, edge));
  return candidates.toSorted((a, b) => measure(position, a) - measure(position, b))[0] ?? position;
}

function findWay(
  at: Position,
  task: { pieces: readonly Segment[]; obstacles: readonly Outline[]; areas: readonly Rings[] },
): Position | null {
  const nearest = task.pieces
    .map((piece) => nearestOnSegment(at, piece))
    .toSorted((a, b) => measure(at, a) - measure(at, b))
    .slice(0, 20);
  const isOpen = (start: Position) =>
    [0.25, 0.5, 0.75].every((share) => task.areas.some((area) => isInside(interpolate([at, start], share), area))) &&
    !task.obstacles.some((obstacle) => entersInside([at, start], obstacle));
  return nearest.find(isOpen) ?? null;
}
