import { z } from 'zod';
import type { Locate } from '../../pack-source.ts';
import type { Problem } from '../../problem.ts';
import { readJson } from '../../read-document.ts';
import { unpackArchive } from '../../unpack-archive.ts';
import { createItemLocate } from '../locate-item.ts';

/** Features of an IMDF archive that tell something of a plan; `address` holds the numbers of stands. */
export const imdfTypes = [
  'level',
  'unit',
  'fixture',
  'kiosk',
  'anchor',
  'occupant',
  'amenity',
  'opening',
  'relationship',
  'address',
] as const;
export type ImdfType = (typeof imdfTypes)[number];

/** Properties that may be null may also be missing, as exporters do. */
const labels = z.record(z.string(), z.string()).nullish().catch(null);
const reference = z.object({ id: z.string(), feature_type: z.string() });

/** Of what a feature may have only what is asked for (IMDF 1.0.0, OGC 20-094, "Features"). */
const featureSchema = z.object({
  id: z.string(),
  geometry: z.unknown(),
  properties: z.object({
    category: z.string().nullish().catch(null),
    name: labels,
    alt_name: labels,
    short_name: labels,
    ordinal: z.int().optional(),
    level_id: z.string().nullish(),
    unit_id: z.string().nullish(),
    unit_ids: z.array(z.string()).nullish(),
    anchor_id: z.string().nullish(),
    address_id: z.string().nullish(),
    /** Of an address: the number of the stand or shop. */
    unit: z.string().nullish(),
    origin: reference.nullish().catch(null),
    intermediary: z.array(reference).nullish().catch(null),
    destination: reference.nullish().catch(null),
  }),
});
export type ImdfFeature = z.infer<typeof featureSchema> & { readonly row: number };

export interface ImdfArchive {
  readonly features: Readonly<Record<ImdfType, readonly ImdfFeature[]>>;
  /** Rows are counted over all files of the archive. */
  readonly locate: Locate;
  readonly problems: readonly Problem[];
}

/** The files of an IMDF archive (OGC 20-094, "Archive"); null when it is none. */
export function openImdf(file: string, bytes: Uint8Array): ImdfArchive | { readonly problems: readonly Problem[] } {
  const files = unpackArchive(bytes);
  const folder = [...(files?.keys() ?? [])]
    .find((name) => /(^|\/)manifest\.json$/.test(name))
    ?.replace(/manifest\.json$/, '');
  if (files === null || folder === undefined) {
    const message =
      files === null ? 'The archive is damaged.' : 'The archive holds no manifest.json, so that it is not IMDF.';
    const instead = 'Export the venue again as an IMDF archive.';
    return { problems: [{ severity: 'error', file, message, instead }] };
  }
  const problems: Problem[] = [];
  const places: { first: number; locate: Locate }[] = [];
  let next = 0;
  const read = (type: ImdfType): ImdfFeature[] => {
    const name = `${folder}${type}.geojson`;
    const content = files.get(name);
    if (content === undefined) return [];
    const shown = `${file}/${name}`;
    const { document, problems: found } = readJson(shown, content);
    problems.push(...found);
    const list = (document?.value as { features?: unknown } | undefined)?.features;
    if (document === null || !Array.isArray(list)) return [];
    const locate = createItemLocate({ file: shown, document, base: ['features'] });
    const first = next;
    places.push({ first, locate: (row, path) => locate(row - first, path) });
    next += list.length + 1;
    return list.flatMap((value: unknown, index): ImdfFeature[] => {
      const row = first + index + 1;
      const outcome = featureSchema.safeParse(value);
      if (outcome.success) return [{ ...outcome.data, row }];
      const issue = outcome.error.issues[0];
      const message = `This is no IMDF ${type}: ${issue?.path.map(String).join('.') ?? ''} is missing or of another kind.`;
      const instead = 'Export the venue again; the feature is left out.';
      problems.push({ severity: 'warning', ...locate(index + 1, []), message, instead });
      return [];
    });
  };
  const features = Object.fromEntries(
    imdfTypes.map((type) => [type, read(type)]),
  ) as unknown as ImdfArchive['features'];
  const locate: Locate = (row, path) => places.findLast(({ first }) => first < row)?.locate(row, path) ?? { file };
  return { features, locate, problems };
}
