import { DirectedGraph } from 'graphology';
import type { FloorPlan, Position } from '../floor-plan.ts';
import { metresPerSecond } from './costs.ts';
import { listPassages } from './floor-changes.ts';
import type { Door, FloorWays } from './floor-ways.ts';
import type { FloorChange } from './route.ts';

interface Node {
  readonly floor: string;
  /** Null inside a lift and its like, where nothing is walked. */
  readonly position: Position | null;
}

interface Edge {
  readonly seconds: number;
  /** Set where the edge leads from floor to floor. */
  readonly change?: FloorChange;
}

/** The junctions of all floors, and the lifts, escalators and stairs between them. */
export type WalkGraph = DirectedGraph<Node, Edge>;

export const junctionNode = (floor: string, junction: string) => `${floor} ${junction}`;

/** The ways of all floors as one graph, weighed in seconds, the same there and back. */
export function joinFloors(
  plan: FloorPlan,
  floors: ReadonlyMap<string, FloorWays>,
  options: { readonly stepFree: boolean },
): WalkGraph {
  const graph: WalkGraph = new DirectedGraph();
  const doorsOf = new Map<string, readonly Door[]>();
  for (const [floor, { junctions, ...ways }] of floors) {
    junctions.forEachNode((junction, { position }) =>
      graph.addNode(junctionNode(floor, junction), { floor, position }),
    );
    junctions.forEachEdge((_edge, { metres }, first, second) => {
      const [start, end] = [junctionNode(floor, first), junctionNode(floor, second)];
      graph.addEdge(start, end, { seconds: metres / metresPerSecond });
      graph.addEdge(end, start, { seconds: metres / metresPerSecond });
    });
    for (const [{ properties }, doors] of ways.doorsOf) doorsOf.set(properties.id, doors);
  }
  for (const { seconds, ...change } of listPassages(plan, options)) {
    const { from, to, place, out } = change;
    // Two nodes to a place, one to go in and one to come out, so that no way leads through it from door to door.
    const [inside, outside] = [`into ${place}`, `out of ${out}`];
    for (const { foot, door, seconds } of addDoors(graph, { node: inside, floor: from, doors: doorsOf.get(place) })) {
      graph.mergeEdge(foot, door, { seconds });
      graph.mergeEdge(door, inside, { seconds: 0 });
    }
    for (const { foot, door, seconds } of addDoors(graph, { node: outside, floor: to, doors: doorsOf.get(out) })) {
      graph.mergeEdge(outside, door, { seconds: 0 });
      graph.mergeEdge(door, foot, { seconds });
    }
    graph.mergeEdge(inside, outside, { seconds, change });
  }
  return graph;
}

/** The node of a place, and one for each of its doors, all of which have their feet at junctions. */
function addDoors(
  graph: WalkGraph,
  {
    node,
    floor,
    doors = [],
  }: { readonly node: string; readonly floor: string; readonly doors: readonly Door[] | undefined },
) {
  graph.mergeNode(node, { floor, position: null });
  return doors.map(({ at, ends, metres }, index) => {
    const door = `${node} ${index}`;
    graph.mergeNode(door, { floor, position: at });
    const [first, second] = ends;
    const { junction } = first.metres <= second.metres ? first : second;
    return { foot: junctionNode(floor, junction), door, seconds: metres / metresPerSecond };
  });
}
