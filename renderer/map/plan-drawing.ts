import type { FloorPlan, Place, Position } from '../../domain/floor-plan.ts';
import { boundsOfPositions } from '../../domain/geometry.ts';
import { anchorOf } from '../../domain/place-shape.ts';
import type { Box } from './label-layout.ts';
import { placesOn } from './places-on.ts';
import { createTurn } from './turn.ts';

/** Draws a floor (metres, y upwards) on a picture (metres, y downwards). */
export interface PlanDrawing {
  /** Of the picture, in metres. */
  readonly width: number;
  readonly height: number;
  /** What lies on the floor, with its place in the picture. */
  readonly places: readonly DrawnPlace[];
  readonly point: (position: Position) => Position;
  /** An SVG path through the positions. */
  readonly line: (positions: readonly Position[]) => string;
}

export interface DrawnPlace {
  readonly place: Place;
  /** Its corners in the picture, one ring after the other; a point has one. */
  readonly rings: readonly (readonly Position[])[];
  /** Where its label goes. */
  readonly at: Position;
  readonly box: Box;
  /** An SVG path around it; empty for a point. */
  readonly outline: string;
}

interface DrawingTask {
  readonly plan: FloorPlan;
  /** Id of the floor. */
  readonly floor: string;
  /** Metres around the plan. */
  readonly margin?: number;
  /** What is drawn upwards: degrees clockwise from the plan's own up. */
  readonly direction?: number;
}

export function createPlanDrawing({ plan, floor, margin = 1, direction = 0 }: DrawingTask): PlanDrawing {
  const places = placesOn(plan, floor);
  const turn = createTurn(direction);
  const { left, right, bottom, top } = boundsOfPositions(places.flatMap(listRings).flat().map(turn));
  const point = (position: Position): Position => {
    const [x, y] = turn(position);
    return [round(x - left + margin), round(top - y + margin)];
  };
  const line = (positions: readonly Position[]) => toPath(positions.map(point));
  return {
    width: round(right - left + 2 * margin),
    height: round(top - bottom + 2 * margin),
    places: places.map((place) => draw(place, point)),
    point,
    line,
  };
}

function draw(place: Place, point: PlanDrawing['point']): DrawnPlace {
  const rings = listRings(place).map((ring) => ring.map(point));
  const { left, right, bottom, top } = boundsOfPositions(rings.flat());
  const { type } = place.geometry;
  return {
    place,
    rings,
    at: point(anchorOf(place)),
    box: { x: left, y: bottom, width: right - left, height: top - bottom },
    outline: type === 'Point' ? '' : rings.map((ring) => `${toPath(ring)}${type === 'Polygon' ? 'Z' : ''}`).join(''),
  };
}

function listRings({ geometry }: Place): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates;
  }
}

function toPath(points: readonly Position[]): string {
  return points.map((at, index) => `${index === 0 ? 'M' : 'L'}${at.join(' ')}`).join('');
}

/** To the centimetre. */
function round(metres: number): number {
  return Math.round(metres * 100) / 100;
}
