import type { FloorPlan, Place, Position } from '../../domain/floor-plan.ts';
import { boundsOfPositions } from '../../domain/geometry.ts';
import { listPositions } from '../../domain/place-shape.ts';
import { padBox, type Box } from '../map/label-layout.ts';
import { placesOn } from '../map/places-on.ts';
import { createTurn } from '../map/turn.ts';

/** Draws a floor (metres, y upwards) in dots (y downwards), every corner on a whole dot so that thin lines come out even. */
export interface PlanInDots {
  /** What lies on the floor. */
  readonly places: readonly Place[];
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

interface DotsTask {
  readonly plan: FloorPlan;
  /** Id of the floor. */
  readonly floor: string;
  /** Dots. */
  readonly width: number;
  /** Dots left around the plan for lines that lie on its edge. */
  readonly edge: number;
}

/** Fewer dots to the metre, and a stand is a speck. */
const leastDotsPerMetre = 5;

/** A hall that is too wide for the paper lies on its side, where that gives it more room. */
export function drawPlanInDots({ plan, floor, width, edge }: DotsTask): PlanInDots {
  const places = placesOn(plan, floor);
  const upright = createTurn(0);
  const scaleOf = (turn: typeof upright) => {
    const { left, right } = boundsOfPositions(places.flatMap(listPositions).map(turn));
    return (width - 2 * edge) / Math.max(right - left, 1);
  };
  const onSide = createTurn(90);
  const isOnSide = scaleOf(upright) < leastDotsPerMetre && scaleOf(onSide) > scaleOf(upright);
  const turn = isOnSide ? onSide : upright;
  const { left, top, bottom } = boundsOfPositions(places.flatMap(listPositions).map(turn));
  const dotsPerMetre = scaleOf(turn);
  const point = (position: Position): Position => {
    const [x, y] = turn(position);
    return [Math.round((x - left) * dotsPerMetre) + edge, Math.round((top - y) * dotsPerMetre) + edge];
  };
  const line = (positions: readonly Position[]) =>
    positions.map((position, index) => `${index === 0 ? 'M' : 'L'}${point(position).join(' ')}`).join('');
  return {
    places,
    width,
    height: Math.round((top - bottom) * dotsPerMetre) + 2 * edge,
    dotsPerMetre,
    point,
    line,
    outline: ({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates.map((ring) => `${line(ring)}Z`).join('') : '',
    boxOf: (place) => boxOver(listPositions(place).map(point)),
    boxesAlong: (positions, lineWidth) =>
      positions.slice(1).map((to, index) => padBox(boxOver([positions[index] ?? to, to].map(point)), lineWidth / 2)),
  };
}

function boxOver(corners: readonly Position[]): Box {
  const { left, right, bottom, top } = boundsOfPositions(corners);
  return { x: left, y: bottom, width: right - left, height: top - bottom };
}
