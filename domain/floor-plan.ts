import { z } from 'zod';
import { slugSchema } from './event.ts';
import { localisedSchema } from './localised.ts';

/** Metres on the plan: x to the right, y upwards. */
const positionSchema = z.tuple([z.number(), z.number()]);
export type Position = z.infer<typeof positionSchema>;

const ringSchema = z
  .array(positionSchema)
  .min(4, { error: 'needs at least four positions, the last equal to the first', abort: true })
  .refine(isClosed, 'needs a last position equal to the first');

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

const pointSchema = z.strictObject({ type: z.literal('Point'), coordinates: positionSchema });
const lineStringSchema = z.strictObject({
  type: z.literal('LineString'),
  coordinates: z.array(positionSchema).min(2),
});
const polygonSchema = z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ringSchema).min(1) });

export const placeKinds = [
  'hall',
  'stand',
  'stage',
  'room',
  'entrance',
  'kiosk',
  'toilet',
  'lift',
  'escalator',
  'stairs',
  'ramp',
  'first-aid',
  'food',
  'cloakroom',
  'information',
  'walkway',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Numbers of the largest stands of real fairs take 17: `4.1 A-011g B-010g`. */
export const longestLabel = 24;

export const placeSchema = z.strictObject({
  type: z.literal('Feature'),
  properties: z.strictObject({
    id: slugSchema,
    kind: z.enum(placeKinds),
    name: localisedSchema.optional(),
    /** What is written at a stand: `C03`. */
    label: z.string().min(1).max(longestLabel).optional(),
    /** Id of one of the plan's floors; needed where there are several. */
    floor: slugSchema.optional(),
    /** Lifts, escalators and stairs with the same shaft on different floors are one way between them. */
    shaft: slugSchema.optional(),
    /** For a kiosk: where its visitor looks, degrees clockwise from up on the plan. */
    facing: z.number().min(0).lt(360).optional(),
  }),
  geometry: z.discriminatedUnion('type', [pointSchema, lineStringSchema, polygonSchema]),
});
/** Anything on the plan: a stand, the stage, a kiosk, a way to walk. */
export type Place = z.infer<typeof placeSchema>;

/** `ordinal` as in IMDF: 0 is the ground floor, -1 the one below. */
export const floorSchema = z.strictObject({
  id: slugSchema,
  ordinal: z.int().min(-100).max(200),
  name: localisedSchema.optional(),
});
export type Floor = z.infer<typeof floorSchema>;

/** GeoJSON (RFC 7946 shapes) in metres on the plan instead of degrees. */
export const floorPlanSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  coordinateSystem: z.literal('metres'),
  /** Left out when there is only one. */
  floors: z.array(floorSchema).min(1).optional(),
  features: z.array(placeSchema).min(1),
});
export type FloorPlan = z.infer<typeof floorPlanSchema>;

/** The one floor of a plan that names none. */
const onlyFloor: Floor = { id: 'floor', ordinal: 0 };

/** From the lowest to the highest; at least one. */
export function floorsOf(plan: FloorPlan): readonly [Floor, ...Floor[]] {
  const [first = onlyFloor, ...others] = (plan.floors ?? []).toSorted((a, b) => a.ordinal - b.ordinal);
  return [first, ...others];
}

/** Id of the floor on which a place lies: the lowest when it names none. */
export function floorOf(place: Place, plan: FloorPlan): string {
  return place.properties.floor ?? floorsOf(plan)[0].id;
}
