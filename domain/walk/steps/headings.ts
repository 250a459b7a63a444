import type { Position } from '../../floor-plan.ts';
import type { Segment } from '../../geometry.ts';

export type Turn = 'left' | 'right';
export type Direction = Turn | 'ahead' | 'around';

/** Less is no turn but a bend of the way, in degrees. */
export const leastTurn = 35;

/** Degrees clockwise from up, in which one walks along it. */
export function headingOf([[ax, ay], [bx, by]]: Segment): number {
  return (Math.atan2(bx - ax, by - ay) * 180) / Math.PI;
}

/** In which one begins to walk along a line; up when there is nothing to walk. */
export function headingOfLine([from, to]: readonly Position[]): number {
  return from && to ? headingOf([from, to]) : 0;
}

/** From one heading to another by the shorter way: degrees from -180 to 180, to the right positive. */
export function turnBetween(from: number, to: number): number {
  return ((((to - from) % 360) + 540) % 360) - 180;
}

export function isTurn(degrees: number): boolean {
  return Math.abs(degrees) >= leastTurn;
}

export function turnOf(degrees: number): Turn {
  return degrees < 0 ? 'left' : 'right';
}

/** What one does who looks one way and wants to go another. */
export function directionOf(degrees: number): Direction {
  if (Math.abs(degrees) <= 45) return 'ahead';
  return Math.abs(degrees) > 135 ? 'around' : turnOf(degrees);
}
