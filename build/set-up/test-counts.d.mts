export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
/** See test-counts.mjs. */
export const nothing: Counts;
export function addCounts(one: Counts, other: Counts): Counts;
export function countVitest(file: string): Counts;
export function countPlaywright(file: string): Counts;
export function countFaults(file: string): Counts;
export function countEscapes(file: string): Counts;
