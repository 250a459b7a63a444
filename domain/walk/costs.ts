import type { FloorChanger } from './route.ts';

/** Through a crowd. */
export const metresPerSecond = 1;

/** Seconds: once for each change of floors, and for each floor that it goes up or down. */
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
