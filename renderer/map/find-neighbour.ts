import type { DrawnPlace } from './plan-drawing.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const steps = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] } as const satisfies Record<
  Direction,
  readonly number[]
>;

/** The nearest place in a direction; one that lies aside counts as twice as far away by as much as it does. */
export function findNeighbour(
  places: readonly DrawnPlace[],
  from: DrawnPlace,
  direction: Direction,
): DrawnPlace | null {
  const [across, down] = steps[direction];
  let best: { readonly drawn: DrawnPlace; readonly cost: number } | null = null;
  for (const drawn of places) {
    const [x, y] = [drawn.at[0] - from.at[0], drawn.at[1] - from.at[1]];
    const ahead = x * across + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * across);
    if (ahead <= 0.01 || aside > ahead * 2) continue;
    const cost = ahead + 2 * aside;
    if (best === null || cost < best.cost) best = { drawn, cost };
  }
  return best?.drawn ?? null;
}
