import { z } from 'zod';
import { languages, languageSchema } from '../localised.ts';
import { planMappingSchema } from './plan/plan-mapping.ts';

/**
 * Where a value stands in a record of the file: a heading, or a path as in JSON (`stands[].booth`). Of several, texts become paragraphs,
 * lists one list, and other values are written one after the other with a space between.
 */
const sourceSchema = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
export type Source = z.infer<typeof sourceSchema>;

const perLanguage = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject(Object.fromEntries(languages.map((language) => [language, schema.optional()])));
const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const namesSchema = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** How one file, or several alike, tell what a part of the pack tells. */
export const listMappingSchema = z.strictObject({
  /** Names of the files in the pack, when they are not called as usual. */
  from: namesSchema.optional(),
  /** Path of the list inside a JSON file: `activities`. */
  list: z.string().min(1).optional(),
  /** For each field of ours where it stands in the file; others are still recognised by common names. */
  columns: z.record(z.string(), z.union([sourceSchema, perLanguage(sourceSchema)])).optional(),
  /** Language of texts that do not say theirs. */
  language: languageSchema.optional(),
  /** Values that are the same in every record. */
  constants: z.record(z.string(), z.unknown()).optional(),
  /** For each field of ours what is meant by what stands there; null for nothing. */
  values: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.null()]))).optional(),
  /** Only records in which these names of the file have one of these values. */
  where: z.record(z.string(), z.union([scalarSchema, z.array(scalarSchema)])).optional(),
  /** Records that lack one of these fields of ours are left out with a warning; otherwise a missing value is an error. */
  skipWithout: namesSchema.optional(),
});
export type ListMapping = z.infer<typeof listMappingSchema>;

const oneOrMore = z.union([listMappingSchema, z.array(listMappingSchema).min(1)]);

/** `files` of event.json. */
export const fileMappingSchema = z.strictObject({
  companies: oneOrMore.optional(),
  jobs: oneOrMore.optional(),
  agenda: oneOrMore.optional(),
  skills: oneOrMore.optional(),
  floorPlan: planMappingSchema.optional(),
});
export type FileMapping = z.infer<typeof fileMappingSchema>;

/** One or several, as a list. */
export function toList<Value>(given: Value | readonly Value[] | undefined): readonly Value[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? (given as readonly Value[]) : [given as Value];
}
