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
  'stairs',
  'first-aid',
  'walkway',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const placeSchema = z.strictObject({
  type: z.literal('Feature'),
  properties: z.strictObject({
    id: slugSchema,
    kind: z.enum(placeKinds),
    name: localisedSchema.optional(),
    /** What is written at a stand: `C03`. */
    label: z.string().min(1).max(16).optional(),
    /** For a kiosk: where its visitor looks, degrees clockwise from up on the plan. */
    facing: z.number().min(0).lt(360).optional(),
  }),
  geometry: z.discriminatedUnion('type', [pointSchema, lineStringSchema, polygonSchema]),
});
/** Anything on the plan: a stand, the stage, a kiosk, a way to walk. */
export type Place = z.infer<typeof placeSchema>;

/** GeoJSON (RFC 7946 shapes) in metres on the plan instead of degrees. */
export const floorPlanSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  coordinateSystem: z.literal('metres'),
  features: z.array(placeSchema).min(1),
});
export type FloorPlan = z.infer<typeof floorPlanSchema>;
