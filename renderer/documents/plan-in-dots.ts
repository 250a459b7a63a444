import type { FloorPlan, Place, Position } from '../../domain/floor-plan.ts';
import { boundsOf } from '../../domain/place-shape.ts';
import { padBox, type Box } from './label-place.ts';

/** Draws a plan (metres, y upwards) in dots (y downwards), every corner on a whole dot so that thin lines come out even. */
export interface PlanInDots {
  readonly width: number;
  readonly height: number;
  readonly dotsPerMetre: number;
  point(position: Position): Position;
  /** An SVG path through the positions. */
  line(positions: readonly Position[]): string;
  /** An SVG path around a polygon; empty for anything else. */
  outline(place: Place): string;
  /** The box around a place; a point has no size. */
  boxOf(place: Place): Box;
  /** The boxes around each stretch of a line of some width. */
  boxesAlong(positions: readonly Position[], width: number): Box[];
}

/**
 * @param width dots
 * @param edge dots left around the plan for lines that lie on its edge
 */
export function drawPlanInDots(plan: FloorPlan, width: number, edge: number): PlanInDots {
  const { left, right, bottom, top } = boundsOf(plan);
  const dotsPerMetre = (width - 2 * edge) / (right - left);
  const point = ([x, y]: Position): Position => [
    Math.round((x - left) * dotsPerMetre) + edge,
    Math.round((top - y) * dotsPerMetre) + edge,
  ];
  const line = (positions: readonly Position[]) =>
    positions.map((position, index) => `${index === 0 ? 'M' : 'L'}${point(position).join(' ')}`).join('');
  return {
    width,
    height: Math.round((top - bottom) * dotsPerMetre) + 2 * edge,
    dotsPerMetre,
    point,
    line,
    outline: ({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates.map((ring) => `${line(ring)}Z`).join('') : '',
    boxOf: ({ geometry }) => {
      switch (geometry.type) {
        case 'Point':
          return boxAround([point(geometry.coordinates)]);
        case 'LineString':
          return boxAround(geometry.coordinates.map(point));
        case 'Polygon':
          return boxAround(geometry.coordinates.flat().map(point));
      }
    },
    boxesAlong: (positions, lineWidth) =>
      positions.slice(1).map((to, index) => padBox(boxAround([positions[index] ?? to, to].map(point)), lineWidth / 2)),
  };
}

function boxAround(corners: readonly Position[]): Box {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
