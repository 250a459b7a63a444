import { z } from 'zod';
import { floorSchema, placeKinds, type PlaceKind } from '../../floor-plan.ts';
import { languageSchema } from '../../localised.ts';

/** What a thing on a drawing can be: a place, or what only tells where one can walk. */
export const groundKinds = ['wall', 'area'] as const;
/** `wall`: what stands in the way; `area`: what can be walked on. Neither is shown. */
export type GroundKind = (typeof groundKinds)[number];
export type DrawnKind = PlaceKind | GroundKind;
const kindSchema = z.enum([...placeKinds, ...groundKinds]);

/** Where a value stands in the properties of a feature, as in the lists: `name`, `{floor} {nr}`. */
const sourceSchema = z.string().min(1);

const fileSchema = z.strictObject({
  /** `*` stands for any letters. */
  file: z.string().min(1),
  /** Id of the floor that all of the file lies on; `*` for what `*` stands for in the file's name. */
  floor: z.string().min(1).optional(),
});

/** `files.floorPlan` of event.json: how files that are nobody's standard are to be read. */
export const planMappingSchema = z.strictObject({
  /** Names of the files, when they are not called as usual; floors from the lowest to the highest. */
  from: z.union([z.string().min(1), z.array(z.union([z.string().min(1), fileSchema])).min(1)]).optional(),
  /** Their names and ordinals, when they are not simply counted. */
  floors: z.array(floorSchema).min(1).optional(),
  /** GeoJSON in metres that does not say so, or a drawing in degrees. */
  coordinateSystem: z.enum(['metres', 'degrees']).optional(),
  /** Degrees clockwise by which the plan is turned, so that the hall stands upright. */
  rotate: z.number().min(-360).max(360).optional(),
  /** `down` for drawings whose y grows downwards. */
  y: z.enum(['up', 'down']).optional(),

  /** What everything is that `kinds` does not tell. */
  kind: kindSchema.optional(),
  /** For each property whose values tell the kind, what is meant by them; null for nothing. */
  kinds: z.record(z.string(), z.record(z.string(), kindSchema.nullable())).optional(),
  id: sourceSchema.optional(),
  label: sourceSchema.optional(),
  name: sourceSchema.optional(),
  /** Language of names that do not say theirs. */
  language: languageSchema.optional(),
  /** Where a feature tells its own floor, by id or ordinal. */
  floor: sourceSchema.optional(),
  /** Where a way between floors tells them, from its first position to its last: `levels`. */
  levels: sourceSchema.optional(),
  shaft: sourceSchema.optional(),
  facing: sourceSchema.optional(),

  /** Path of the list of places inside a JSON file that is not GeoJSON: `stands`. */
  list: z.string().min(1).optional(),
  /** There, where a place has its outline, a list of positions: `polygon`. */
  outline: sourceSchema.optional(),
  /** There, path of the hall's outline, or of its width and depth: `size`. */
  hall: z.string().min(1).optional(),
  /** Metres of hall around that. */
  margin: z.number().min(0).max(100).optional(),
});
export type PlanMapping = z.infer<typeof planMappingSchema>;

/** The files that a mapping names, each with its floor. */
export function listPlanFiles({ from }: PlanMapping): readonly z.infer<typeof fileSchema>[] {
  const entries = from === undefined ? [] : typeof from === 'string' ? [from] : from;
  return entries.map((entry) => (typeof entry === 'string' ? { file: entry } : entry));
}
