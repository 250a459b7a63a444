import { DirectedGraph } from 'graphology';
import { floorOf, floorsOf, type FloorPlan, type Position } from '../floor-plan.ts';
import { metresPerSecond } from './costs.ts';
import { listPassages } from './floor-changes.ts';
import type { FloorChange } from './route.ts';
import { buildWalkwayGraph, type WalkwayGraph } from './walkway-graph.ts';

export type WalkGraph = DirectedGraph<
  {
    readonly floor: string;
    /** Null inside a place, where nothing is walked. */
    readonly position: Position | null;
  },
  {
    readonly seconds: number;
    /** Set where the edge leads from floor to floor. */
    readonly change?: FloorChange;
  }
>;

/**
 * A place is two nodes, one to set off from and one to arrive at, each with a node for every door, so that no way leads through it from
 * door to door. Only lifts, escalators and stairs lead on from where one arrives.
 */
export const setOffNode = (place: string) => `from ${place}`;
export const arrivalNode = (place: string) => `to ${place}`;

/** A junction of the walkways of a floor. */
export const junctionNode = (floor: string, node: string) => `at ${floor} ${node}`;
export const isJunction = (node: string) => node.startsWith('at ');

export type FloorGraphs = ReadonlyMap<string, WalkwayGraph>;

/** The walkways of every floor by its id. */
export function buildFloorGraphs(plan: FloorPlan): FloorGraphs {
  return new Map(
    floorsOf(plan).map(({ id }) => [
      id,
      buildWalkwayGraph(plan.features.filter((place) => floorOf(place, plan) === id)),
    ]),
  );
}

/** All floors as one graph, weighed in seconds, the same there and back. */
export function joinFloors(plan: FloorPlan, floors: FloorGraphs, options: { readonly stepFree: boolean }): WalkGraph {
  const joined: WalkGraph = new DirectedGraph();
  for (const [floor, { graph, doors }] of floors) {
    const named = (node: string) => junctionNode(floor, node);
    graph.forEachNode((node, { position }) => joined.addNode(named(node), { floor, position }));
    graph.forEachEdge((_edge, { metres }, start, end) => {
      const seconds = metres / metresPerSecond;
      joined.addEdge(named(start), named(end), { seconds });
      joined.addEdge(named(end), named(start), { seconds });
    });
    // Merged, because a plan that is still being checked may give two places the same id.
    for (const [{ properties }, list] of doors) {
      const [setOff, arrival] = [setOffNode(properties.id), arrivalNode(properties.id)];
      joined.mergeNode(setOff, { floor, position: null });
      joined.mergeNode(arrival, { floor, position: null });
      for (const [index, { node, at, metres }] of list.entries()) {
        const seconds = metres / metresPerSecond;
        const [out, into] = [`${setOff} ${index}`, `${arrival} ${index}`];
        joined.mergeNode(out, { floor, position: at });
        joined.mergeNode(into, { floor, position: at });
        joined.mergeEdge(setOff, out, { seconds: 0 });
        joined.mergeEdge(out, named(node), { seconds });
        joined.mergeEdge(named(node), into, { seconds });
        joined.mergeEdge(into, arrival, { seconds: 0 });
      }
    }
  }
  for (const { seconds, ...change } of listPassages(plan, options)) {
    joined.mergeEdge(arrivalNode(change.place), setOffNode(change.out), { seconds, change });
  }
  return joined;
}
