import type { FloorPlan, Place, Position } from '../../domain/floor-plan.ts';
import { boundsOf } from '../../domain/place-shape.ts';

/** Draws a plan (metres, y upwards) on a picture (y downwards). */
export interface PlanDrawing {
  /** Of the picture, in metres. */
  readonly width: number;
  readonly height: number;
  point(position: Position): Position;
  /** An SVG path through the positions. */
  line(positions: readonly Position[]): string;
  /** An SVG path around a place; empty for a point. */
  outline(place: Place): string;
}

/** @param margin metres around the plan */
export function createPlanDrawing(plan: FloorPlan, margin: number): PlanDrawing {
  const { left, right, bottom, top } = boundsOf(plan);
  const point = ([x, y]: Position): Position => [round(x - left + margin), round(top - y + margin)];
  const line = (positions: readonly Position[]) =>
    positions.map((position, index) => `${index === 0 ? 'M' : 'L'}${point(position).join(' ')}`).join('');
  return {
    width: round(right - left + 2 * margin),
    height: round(top - bottom + 2 * margin),
    point,
    line,
    outline: ({ geometry }) => {
      switch (geometry.type) {
        case 'Point':
          return '';
        case 'LineString':
          return line(geometry.coordinates);
        case 'Polygon':
          return geometry.coordinates.map((ring) => `${line(ring)}Z`).join('');
      }
    },
  };
}

/** To the centimetre. */
function round(metres: number): number {
  return Math.round(metres * 100) / 100;
}
