import { brandes } from 'graphology-shortest-path/dijkstra.js';
import { metresPerSecond } from './costs.ts';
import type { Door } from './floor-ways.ts';
import { junctionNode, type WalkGraph } from './walk-graph.ts';

/** A place as the search sees it. */
export interface Spot {
  readonly floor: string;
  readonly doors: readonly Door[];
}

/** The quickest ways from one place to everywhere. */
export interface Ways {
  readonly from: Spot;
  /** Seconds to a node; absent where no way leads. */
  readonly seconds: ReadonlyMap<string, number>;
  /** The node before each; absent for those that are reached straight from a door. */
  readonly before: ReadonlyMap<string, string>;
  /** The door through which such a node is reached. */
  readonly throughDoor: ReadonlyMap<string, Door>;
}

const source = 'source';

/** Dijkstra's search over the junctions, with the place as one more for as long as it takes. */
export function searchWays(graph: WalkGraph, from: Spot): Ways {
  const throughDoor = new Map<string, Door>();
  const seconds = new Map<string, number>();
  for (const door of from.doors) {
    for (const { junction, metres } of door.ends) {
      const node = junctionNode(from.floor, junction);
      if (metres / metresPerSecond >= (seconds.get(node) ?? Infinity)) continue;
      seconds.set(node, metres / metresPerSecond);
      throughDoor.set(node, door);
    }
  }
  graph.addNode(source, { floor: from.floor, position: null });
  for (const [node, cost] of seconds) graph.addEdge(source, node, { seconds: cost });
  const [order, predecessors] = brandes(graph, source, 'seconds');
  graph.dropNode(source);

  const before = new Map<string, string>();
  for (const node of order) {
    const previous = predecessors[node]?.[0];
    if (previous === undefined || previous === source) continue;
    before.set(node, previous);
    throughDoor.delete(node);
    seconds.set(node, (seconds.get(previous) ?? 0) + graph.getEdgeAttribute(previous, node, 'seconds'));
  }
  return { from, seconds, before, throughDoor };
}
