import Delaunator from 'delaunator';
import { UndirectedGraph } from 'graphology';
import type { Position } from '../../../floor-plan.ts';
import { interpolate, measure } from '../../../geometry.ts';
import { createGroundTest, sampleEdges, sampleSpacing, type EdgeSample, type Ground } from './ground.ts';

/** Lines as many short edges between nodes. */
export type LineGraph = UndirectedGraph<{
  readonly at: Position;
  /** Metres to the nearest edge of the ground. */
  readonly clearance: number;
  /** The least of that along the lines that begin here. */
  readonly room: number;
}>;

/** Half the width of the narrowest passage that is walked: 80 cm, a narrow door. */
const leastClearance = 0.4;

/**
 * The lines in the middle of everything that can be walked on: the medial axis, as those edges of the Voronoi diagram of positions along the
 * edges that keep their distance from them (J. W. Brandt, "Convergence and continuity criteria for discrete approximations of the
 * continuous planar skeleton", CVGIP 59, 1994). No line crosses an edge, for it would pass between two samples at half the spacing, which is
 * less than the clearance.
 */
export function findMiddleLines(ground: Ground): LineGraph {
  const samples = sampleEdges(ground);
  const graph: LineGraph = new UndirectedGraph();
  if (samples.length < 3) return graph;
  const { triangles, halfedges } = new Delaunator(Float64Array.from(samples.flatMap(({ at }) => at)));
  const cornerOf = (halfedge: number) => samples[triangles[halfedge] ?? 0];
  const centres = Array.from({ length: triangles.length / 3 }, (_, triangle) =>
    circumcentre([0, 1, 2].map((corner) => cornerOf(3 * triangle + corner)?.at ?? [0, 0])),
  );
  const isFree = createGroundTest(ground);
  for (const [halfedge, twin] of halfedges.entries()) {
    if (twin < halfedge) continue;
    const [first, second] = [cornerOf(halfedge), cornerOf(twin)];
    if (first === undefined || second === undefined || areNeighbours(first, second)) continue;
    const [one, other] = [Math.floor(halfedge / 3), Math.floor(twin / 3)];
    const [from, to] = [centres[one] ?? null, centres[other] ?? null];
    if (from === null || to === null) continue;
    const room = clearanceOf({ from, to, first: first.at, second: second.at });
    if (room < leastClearance || !isFree(interpolate([from, to], 0.5))) continue;
    for (const [node, at] of [
      [one, from],
      [other, to],
    ] as const) {
      // prettier-ignore
      const known = graph.hasNode(node) ? graph.getNodeAttribute(node, 'room') : Infinity;
      graph.mergeNode(node, { at, clearance: measure(at, first.at), room: Math.min(known, room) });
    }
    graph.mergeEdge(one, other);
  }
  return graph;
}

/** Between neighbours on one edge runs a line straight away from it, not in the middle of anything. */
function areNeighbours(first: EdgeSample, second: EdgeSample): boolean {
  if (first.ring !== second.ring) return false;
  const apart = Math.abs(first.along - second.along);
  return Math.min(apart, first.around - apart) <= sampleSpacing * 1.01;
}

/** The least distance of a line from the two samples that it runs between. */
function clearanceOf(line: { from: Position; to: Position; first: Position; second: Position }): number {
  const { from, to, first, second } = line;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const middle = interpolate([first, second], 0.5);
  const passes = (middle[0] - from[0]) * dx + (middle[1] - from[1]) * dy;
  const isBetween = passes > 0 && passes < dx * dx + dy * dy;
  return isBetween ? measure(first, second) / 2 : Math.min(measure(from, first), measure(to, first));
}

/** The position as far from all three corners; null when they lie in line. */
function circumcentre([a = [0, 0], b = [0, 0], c = [0, 0]]: readonly Position[]): Position | null {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const twice = 2 * (bx * cy - by * cx);
  if (Math.abs(twice) < 1e-9) return null;
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  return [a[0] + (cy * bb - by * cc) / twice, a[1] + (bx * cc - cx * bb) / twice];
}
