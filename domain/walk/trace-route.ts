import type { Position } from '../floor-plan.ts';
import { dropStraight, measure, measurePath } from '../geometry.ts';
import { metresPerSecond } from './costs.ts';
import type { Door } from './floor-ways.ts';
import type { FloorChange, Leg, Route } from './route.ts';
import type { Spot, Ways } from './search-ways.ts';
import { junctionNode, type WalkGraph } from './walk-graph.ts';

/** How one comes to a door. */
interface Approach {
  readonly door: Door;
  readonly seconds: number;
  /** The junction before it, or the door of the start when both lie on one piece of walkway. */
  readonly by: { readonly junction: string } | { readonly door: Door };
}

/** The quickest way to a place; null when none leads there. */
export function traceRoute(graph: WalkGraph, ways: Ways, to: Spot): Omit<Route, 'from' | 'to'> | null {
  const [approach] = to.doors
    .flatMap((door) => [...listJunctions(ways, to.floor, door), ...listDoorsBeside(ways, to.floor, door)])
    .toSorted((a, b) => a.seconds - b.seconds);
  if (approach === undefined) return null;
  const { by, door, seconds } = approach;
  const nodes = 'junction' in by ? listNodes(ways, by.junction) : [];
  const first = 'door' in by ? by.door : ways.throughDoor.get(nodes[0] ?? '');
  return { ...splitIntoLegs(graph, { nodes, first, last: door, floor: to.floor }), seconds };
}

function listJunctions(ways: Ways, floor: string, door: Door): Approach[] {
  return door.ends.flatMap((end) => {
    const junction = junctionNode(floor, end.junction);
    const seconds = ways.seconds.get(junction);
    return seconds === undefined ? [] : [{ door, by: { junction }, seconds: seconds + end.metres / metresPerSecond }];
  });
}

function listDoorsBeside({ from }: Ways, floor: string, door: Door): Approach[] {
  if (from.floor !== floor) return [];
  return from.doors
    .filter(({ piece }) => piece === door.piece)
    .map((beside) => {
      const metres = beside.metres + measure(beside.foot, door.foot) + door.metres;
      return { door, by: { door: beside }, seconds: metres / metresPerSecond };
    });
}

/** From the first junction to this one. */
function listNodes({ before }: Ways, end: string): string[] {
  const nodes: string[] = [];
  for (let node: string | undefined = end; node !== undefined; node = before.get(node)) nodes.unshift(node);
  return nodes;
}

interface Path {
  readonly nodes: readonly string[];
  readonly first: Door | undefined;
  readonly last: Door;
  readonly floor: string;
}

function splitIntoLegs(
  graph: WalkGraph,
  { nodes, first, last, floor }: Path,
): Pick<Route, 'legs' | 'changes' | 'metres'> {
  const legs: Leg[] = [];
  const changes: FloorChange[] = [];
  let positions: Position[] = first === undefined ? [] : [first.at, first.foot];
  const endLeg = (on: string) => {
    legs.push({ floor: on, positions: dropStraight(positions), metres: measurePath(positions) });
    positions = [];
  };
  for (const [index, node] of nodes.entries()) {
    const { floor: on, position } = graph.getNodeAttributes(node);
    if (position !== null) positions.push(position);
    const next = nodes[index + 1];
    const change = next === undefined ? undefined : graph.getEdgeAttribute(node, next, 'change');
    if (change === undefined) continue;
    endLeg(on);
    changes.push(change);
  }
  positions.push(last.foot, last.at);
  endLeg(floor);
  return { legs, changes, metres: legs.reduce((total, { metres }) => total + metres, 0) };
}
