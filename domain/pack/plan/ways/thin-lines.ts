import { connectedComponents } from 'graphology-components';
import { interpolate, measure } from '../../../geometry.ts';
import type { LineGraph } from './middle-lines.ts';

/** Nodes nearer than this are one: positions in a regular grid have several centres at the same place. */
const samePlace = 0.05;
/** A part that meets no other is worth a walk when it is as long as this share of the longest: courtyards inside a block of stands are not. */
const leastShare = 0.05;

/** Takes away what is no way to walk: specks, and the spurs that a middle line sends into every corner and niche. */
export function thinLines(graph: LineGraph): void {
  contract(graph, (from, to) => measureEdge(graph, from, to) < samePlace);
  while (pruneSpurs(graph));
  joinCrossings(graph);
  dropSpecks(graph);
}

function contract(graph: LineGraph, isShort: (from: string, to: string) => boolean): void {
  for (const edge of graph.edges()) {
    if (!graph.hasEdge(edge)) continue;
    const [kept, gone] = graph.extremities(edge);
    if (!isShort(kept, gone)) continue;
    const room = Math.min(graph.getNodeAttribute(kept, 'room'), graph.getNodeAttribute(gone, 'room'));
    graph.setNodeAttribute(kept, 'room', room);
    for (const neighbour of graph.neighbors(gone)) if (neighbour !== kept) graph.mergeEdge(kept, neighbour);
    graph.dropNode(gone);
  }
}

/** From an end or a junction along nodes without a choice, to the next end or junction or round to the start. */
export function followLine(graph: LineGraph, start: string, next: string): string[] {
  const line = [start, next];
  for (let [before, at] = [start, next]; graph.degree(at) === 2 && at !== start;) {
    const onward = graph.neighbors(at).find((neighbour) => neighbour !== before);
    if (onward === undefined) break;
    line.push(onward);
    [before, at] = [at, onward];
  }
  return line;
}

/**
 * A spur is a line from a junction to an end that reaches hardly further than the open circle about the junction does. All spurs of a
 * junction are taken away together; where there is nothing but spurs, the two that reach furthest are one line.
 */
function pruneSpurs(graph: LineGraph): boolean {
  const spurs = new Map<string, { line: string[]; gain: number }[]>();
  for (const end of graph.filterNodes((node) => graph.degree(node) === 1)) {
    const [next] = graph.neighbors(end);
    if (next === undefined) continue;
    const line = followLine(graph, end, next);
    const junction = line.at(-1) ?? end;
    if (graph.degree(junction) < 3) continue;
    const clearance = clearanceOf(graph, junction);
    const gain = measureLine(graph, line) + clearanceOf(graph, end) - clearance;
    if (gain < Math.max(1, clearance / 2)) spurs.set(junction, [...(spurs.get(junction) ?? []), { line, gain }]);
  }
  for (const [junction, list] of spurs) {
    const isStar = list.length >= graph.degree(junction);
    const gone = list.toSorted((a, b) => b.gain - a.gain).slice(isStar ? 2 : 0);
    for (const { line } of gone) for (const node of line.slice(0, -1)) graph.dropNode(node);
  }
  return spurs.size > 0;
}

/** Aisles that meet slightly aside of one another cross at one place. Each junction is moved once, by a quarter of the room about it at most. */
function joinCrossings(graph: LineGraph): void {
  const moved = new Set<string>();
  for (const junction of graph.filterNodes((node) => graph.degree(node) > 2)) {
    if (!graph.hasNode(junction) || moved.has(junction)) continue;
    for (const next of graph.neighbors(junction)) {
      const line = followLine(graph, junction, next);
      const other = line.at(-1) ?? junction;
      if (other === junction || moved.has(other) || graph.degree(other) < 3) continue;
      const [here, there] = [graph.getNodeAttributes(junction), graph.getNodeAttributes(other)];
      const clearance = Math.min(here.clearance, there.clearance);
      const room = Math.min(here.room, there.room);
      if (measureLine(graph, line) > room / 2) continue;
      const arms = graph.neighbors(other).filter((neighbour) => !line.includes(neighbour));
      for (const node of line.slice(1)) graph.dropNode(node);
      for (const arm of arms) graph.mergeEdge(junction, arm);
      graph.replaceNodeAttributes(junction, { at: interpolate([here.at, there.at], 0.5), clearance, room });
      moved.add(junction);
      break;
    }
  }
}

function dropSpecks(graph: LineGraph): void {
  const parts = connectedComponents(graph).map((nodes) => ({ nodes, metres: measureEdges(graph, nodes) }));
  const longest = Math.max(0, ...parts.map(({ metres }) => metres));
  for (const { nodes, metres } of parts) {
    if (metres < longest * leastShare) for (const node of nodes) graph.dropNode(node);
  }
}

function measureEdges(graph: LineGraph, nodes: readonly string[]): number {
  const twice = nodes.flatMap((node) => graph.neighbors(node).map((neighbour) => measureEdge(graph, node, neighbour)));
  return twice.reduce((sum, metres) => sum + metres, 0) / 2;
}

function clearanceOf(graph: LineGraph, node: string): number {
  return graph.getNodeAttribute(node, 'clearance');
}

function measureEdge(graph: LineGraph, from: string, to: string): number {
  return measure(graph.getNodeAttribute(from, 'at'), graph.getNodeAttribute(to, 'at'));
}

function measureLine(graph: LineGraph, line: readonly string[]): number {
  return line.slice(1).reduce((sum, node, index) => sum + measureEdge(graph, line[index] ?? node, node), 0);
}
