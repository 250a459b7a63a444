import type { Position } from '../floor-plan.ts';
import { measure, tolerance } from '../geometry.ts';

/** Gives the node at a position; positions within a centimetre are the same node. */
export function createWelder(addNode: (node: string, position: Position) => void): (position: Position) => string {
  const positions = new Map<string, Position>();
  // Cells as wide as the tolerance: what is to be welded lies in the same cell or in one beside it.
  const near = [0, -1, 1];
  return (position) => {
    const [column, row] = [Math.round(position[0] / tolerance), Math.round(position[1] / tolerance)];
    for (const across of near) {
      for (const up of near) {
        const node = `${column + across} ${row + up}`;
        const there = positions.get(node);
        if (there !== undefined && measure(there, position) <= tolerance) return node;
      }
    }
    const node = `${column} ${row}`;
    positions.set(node, position);
    addNode(node, position);
    return node;
  };
}
