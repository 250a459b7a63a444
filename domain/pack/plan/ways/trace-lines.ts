import type { Position } from '../../../floor-plan.ts';
import { measure, nearestOnSegment, type Segment } from '../../../geometry.ts';
import type { LineGraph } from './middle-lines.ts';
import { followLine } from './thin-lines.ts';

/** How far a straight line may leave the middle, as a share of the room there is. */
const straightening = 0.25;

/** The lines of a graph from junction to junction, each with as few corners as it needs. */
export function traceLines(graph: LineGraph): Position[][] {
  const seen = new Set<string>();
  const lines: string[][] = [];
  const trace = (start: string) => {
    for (const next of graph.neighbors(start)) {
      if (seen.has(`${start} ${next}`)) continue;
      const line = followLine(graph, start, next);
      for (const [index, node] of line.entries()) {
        const after = line[index + 1];
        if (after !== undefined) seen.add(`${node} ${after}`).add(`${after} ${node}`);
      }
      lines.push(line);
    }
  };
  for (const node of graph.nodes()) if (graph.degree(node) !== 2) trace(node);
  // What is left are rings without a junction.
  for (const node of graph.nodes()) trace(node);
  return lines
    .flatMap((line) => (line[0] === line.at(-1) ? splitRing(line) : [line]))
    .map((line) => straighten(graph, line));
}

/** A ring has no straight line from its start to its end. */
function splitRing(line: string[]): string[][] {
  const third = Math.ceil(line.length / 3);
  return [line.slice(0, third + 1), line.slice(third, 2 * third + 1), line.slice(2 * third)].filter(
    (part) => part.length > 1,
  );
}

/** Douglas and Peucker's way, with a tolerance that grows with the room about each corner. */
function straighten(graph: LineGraph, line: readonly string[]): Position[] {
  const nodes = line.map((node) => graph.getNodeAttributes(node));
  const kept = new Set([0, nodes.length - 1]);
  const open: (readonly [number, number])[] = [[0, nodes.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span;
    const chord: Segment = [nodes[first]?.at ?? [0, 0], nodes[last]?.at ?? [0, 0]];
    let furthest = { index: -1, excess: 0 };
    for (let index = first + 1; index < last; index += 1) {
      const node = nodes[index];
      if (node === undefined) continue;
      const excess = measure(node.at, nearestOnSegment(node.at, chord)) - straightening * node.room;
      if (excess > furthest.excess) furthest = { index, excess };
    }
    if (furthest.index === -1) continue;
    kept.add(furthest.index);
    open.push([first, furthest.index], [furthest.index, last]);
  }
  return nodes.flatMap(({ at }, index) => (kept.has(index) ? [at] : []));
}
