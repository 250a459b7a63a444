import type { FloorChanger } from './route.ts';

/**
 * Through a crowd. At one person a square metre people walk 1.06 m/s on the level, 1.34 where they are alone (U. Weidmann,
 * Transporttechnik der Fussgänger, ETH Zürich 1993).
 */
export const metresPerSecond = 1;

/**
 * Seconds: once for each change of floors, and for each floor of 5 m that it goes up or down; the same both ways, so that a way leads back
 * as it leads there.
 *
 * - Stairs at 30° are 8.7 m long on the plan; people walk them at 0.61 m/s up and 0.69 m/s down (Weidmann, as above): 13 s, and a landing.
 * - Escalators at 30° are 10 m long and run at 0.5 m/s (EN 115-1): 20 s, and a queue before them.
 * - Lifts of public buildings are laid out for half a minute to a minute of waiting (CIBSE Guide D, ISO 8100-32); 1 m/s and a stop a floor.
 */
const changeSeconds: Readonly<Record<FloorChanger, { readonly once: number; readonly perFloor: number }>> = {
  lift: { once: 45, perFloor: 8 },
  escalator: { once: 5, perFloor: 20 },
  stairs: { once: 5, perFloor: 16 },
};

/** @param floors how many floors up or down; at least 1 */
export function secondsOfChange(by: FloorChanger, floors: number): number {
  const { once, perFloor } = changeSeconds[by];
  return once + perFloor * floors;
}
