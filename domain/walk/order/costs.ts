/**
 * What it costs to go from one place to another, the same there and back: `costs[from][to]`. Place 0 is where one starts; one may end
 * anywhere.
 */
export type Costs = readonly (readonly number[])[];

export function costOf(costs: Costs, from: number, to: number): number {
  return costs[from]?.[to] ?? Infinity;
}

/** Of an order of all places but the start. */
export function costOfOrder(costs: Costs, order: readonly number[]): number {
  return order.reduce((total, place, index) => total + costOf(costs, order[index - 1] ?? 0, place), 0);
}
