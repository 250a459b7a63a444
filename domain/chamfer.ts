import type { Position } from './floor-plan.ts';
import { interpolate, measure } from './geometry.ts';

/**
 * A line with its corners cut, so that a right angle becomes two bends of 45° like a trace on a circuit board. Ends stay where they are.
 * @param metres how far before and after a corner the cut begins; at most half of the neighbouring stretch, so that cuts never meet
 */
export function chamfer(positions: readonly Position[], metres: number): Position[] {
  return positions.flatMap((corner, index): Position[] => {
    const [before, after] = [positions[index - 1], positions[index + 1]];
    if (before === undefined || after === undefined) return [corner];
    const cut = Math.min(metres, measure(before, corner) / 2, measure(corner, after) / 2);
    if (cut <= 0) return [corner];
    return [before, after].map((end) => interpolate([corner, end], cut / measure(corner, end)));
  });
}
