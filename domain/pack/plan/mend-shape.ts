import { z } from 'zod';
import type { DrawnKind } from './plan-mapping.ts';

type Point = [number, number];
export type Shape =
  | { readonly type: 'Point'; readonly coordinates: Point }
  | { readonly type: 'LineString'; readonly coordinates: Point[] }
  | { readonly type: 'Polygon'; readonly coordinates: Point[][] };

/** Heights and whatever stands behind them are dropped. */
const pointSchema = z.array(z.number()).min(2).transform(([x = 0, y = 0]): Point => [x, y]); // prettier-ignore
const lineSchema = z.array(pointSchema).transform(dropRepeated);
const ringsSchema = z.array(lineSchema);

/** RFC 7946, section 3.1, but for collections. */
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: pointSchema }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(pointSchema).min(1) }),
  z.object({ type: z.literal('LineString'), coordinates: lineSchema }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(lineSchema).min(1) }),
  z.object({ type: z.literal('Polygon'), coordinates: ringsSchema }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(ringsSchema).min(1) }),
]);

function dropRepeated(line: Point[]): Point[] {
  return line.filter((at, index) => index === 0 || at[0] !== line[index - 1]?.[0] || at[1] !== line[index - 1]?.[1]);
}

export type Mending = 'closed' | 'largest';

/**
 * A GeoJSON geometry as shapes that a place can have; null when it is none. Which way round rings go does not matter. What lies in several
 * parts is split where parts are as good as a whole (halls, walkways, walls, areas); a stand, a room or anything else with a name of its own
 * is one place, and its largest part is taken.
 */
export function mendShape(written: unknown, kind: DrawnKind): { shapes: Shape[]; mended: Mending[] } | null {
  const outcome = geometrySchema.safeParse(written);
  if (!outcome.success) return null;
  const mended = new Set<Mending>();
  const toPolygon = (rings: Point[][]): Shape => ({
    type: 'Polygon',
    coordinates: rings.map((ring) => {
      if (isClosed(ring)) return ring;
      mended.add('closed');
      return [...ring, ...ring.slice(0, 1)];
    }),
  });
  const geometry = outcome.data;
  let shapes: Shape[];
  switch (geometry.type) {
    case 'Point':
    case 'LineString':
      shapes = [geometry];
      break;
    case 'Polygon':
      shapes = [toPolygon(geometry.coordinates)];
      break;
    case 'MultiPoint':
      shapes = geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
      break;
    case 'MultiLineString':
      shapes = geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
      break;
    case 'MultiPolygon':
      shapes = geometry.coordinates.map(toPolygon);
      break;
  }
  if (shapes.length > 1 && !isSplit(kind)) {
    mended.add('largest');
    shapes = shapes.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 1);
  }
  return { shapes, mended: [...mended] };
}

function isClosed(ring: readonly Point[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isSplit(kind: DrawnKind): boolean {
  return kind === 'hall' || kind === 'walkway' || kind === 'ramp' || kind === 'wall' || kind === 'area';
}

/** In whatever unit it is drawn; for comparing parts of one shape only. */
function sizeOf(shape: Shape): number {
  switch (shape.type) {
    case 'Point':
      return 0;
    case 'LineString':
      return sum(shape.coordinates, ([ax, ay], [bx, by]) => Math.hypot(bx - ax, by - ay));
    case 'Polygon':
      return Math.abs(sum(shape.coordinates[0] ?? [], ([ax, ay], [bx, by]) => ax * by - bx * ay));
  }
}

function sum(line: readonly Point[], measure: (from: Point, to: Point) => number): number {
  return line.slice(1).reduce((total, to, index) => total + measure(line[index] ?? to, to), 0);
}
