import { z } from 'zod';
import { placeKinds, placeSchema, type Place } from '../../floor-plan.ts';
import type { Rings, Segment } from '../../geometry.ts';
import { checkItem } from '../check-item.ts';
import type { Locate } from '../pack-source.ts';
import { isObject } from '../pick-value.ts';
import { quote, type Problem } from '../problem.ts';
import { mendShape, type Mending, type Shape } from './mend-shape.ts';
import { groundKinds, type DrawnKind, type GroundKind } from './plan-mapping.ts';
import type { PlanFeature } from './plan-part.ts';

const groundSchema = placeSchema.extend({
  properties: placeSchema.shape.properties.extend({ kind: z.enum(groundKinds) }),
});

/** What a feature became: places, what only tells where one can walk, or nothing. */
export interface Drawn {
  readonly places: readonly Place[];
  readonly grounds: readonly { readonly kind: GroundKind; readonly floor: string | undefined; readonly rings: Rings }[];
  readonly problems: readonly Problem[];
}

const mendings: Readonly<Record<Mending, Pick<Problem, 'message' | 'instead'>>> = {
  closed: {
    message: 'The last position of the outline is not its first; the outline was closed.',
    instead: 'Write the first position again at the end.',
  },
  largest: {
    message: 'The shape has several parts; the largest was taken.',
    instead: 'Draw each part as a place of its own.',
  },
};

const nothing = { places: [], grounds: [] };

/** A feature with mended shapes, in metres, checked. */
export function placeDrawn(
  { row, value }: PlanFeature,
  task: { place: (shape: Shape) => Shape; turn: number; locate: Locate },
): Drawn {
  const { place, turn, locate } = task;
  const kind = readKind(value);
  const drawn = kind === null || !isObject(value) ? null : mendShape(value['geometry'], kind);
  if (drawn === null || !isObject(value) || !isObject(value['properties'])) {
    const { item, problems } = check(placeSchema, value, { row, locate });
    return { ...nothing, ...(item === null ? {} : { places: [item] }), problems };
  }
  const isGround = groundKinds.some((ground) => ground === kind);
  const problems: Problem[] = drawn.mended.map((mending) => ({
    severity: 'warning',
    ...locate(row, ['geometry']),
    ...mendings[mending],
  }));
  const places: Place[] = [];
  const grounds: Drawn['grounds'][number][] = [];
  for (const [index, shape] of drawn.shapes.entries()) {
    const properties = turnKiosk(value['properties'], turn);
    const id = index === 0 ? properties['id'] : `${String(properties['id'])}.${index + 1}`;
    const feature = { ...value, properties: { ...properties, id }, geometry: place(shape) };
    if (isGround) {
      const outcome = check(groundSchema, feature, { row, locate });
      problems.push(...outcome.problems);
      if (outcome.item?.geometry.type !== 'Polygon') continue;
      const { kind: ground, floor } = outcome.item.properties;
      grounds.push({ kind: ground, floor, rings: outcome.item.geometry.coordinates });
      continue;
    }
    const outcome = check(placeSchema, feature, { row, locate });
    problems.push(...outcome.problems);
    if (outcome.item === null) continue;
    const { properties: told, geometry } = outcome.item;
    // A walkway drawn as an area is where one can walk, not a line to walk along.
    if (told.kind === 'walkway' && geometry.type === 'Polygon') {
      grounds.push({ kind: 'area', floor: told.floor, rings: geometry.coordinates });
    } else places.push(outcome.item);
  }
  return { places, grounds, problems };
}

function readKind(value: unknown): DrawnKind | null {
  const properties = isObject(value) ? value['properties'] : undefined;
  const kind = isObject(properties) ? properties['kind'] : undefined;
  return [...placeKinds, ...groundKinds].find((known) => known === kind) ?? null;
}

/** Facing is told clockwise from up on the drawing, which is turned. */
function turnKiosk(properties: Record<string, unknown>, turn: number): Record<string, unknown> {
  const { facing } = properties;
  if (typeof facing !== 'number' || turn === 0) return properties;
  return { ...properties, facing: (((facing + turn) % 360) + 360) % 360 };
}

function check<Item>(schema: z.ZodType<Item>, value: unknown, { row, locate }: { row: number; locate: Locate }) {
  const { item, faults } = checkItem(schema, value);
  const problems = faults.map(({ severity, path, found, message, instead }): Problem => {
    const shown = found === undefined ? {} : { found: quote(found) };
    return { severity, ...locate(row, path), ...shown, message, instead };
  });
  return { item, problems };
}

/** The segments of a line drawn for a door. */
export function toDoor(value: unknown, place: (shape: Shape) => Shape): Segment[] {
  const drawn = isObject(value) ? mendShape(value['geometry'], 'walkway') : null;
  return (drawn?.shapes ?? []).flatMap((shape) => {
    const placed = place(shape);
    if (placed.type !== 'LineString') return [];
    const [start, end] = [placed.coordinates[0], placed.coordinates.at(-1)];
    return start === undefined || end === undefined ? [] : [[start, end] as const];
  });
}
