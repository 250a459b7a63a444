import { z } from 'zod';
import { floorSchema, placeKinds, type Floor } from '../../floor-plan.ts';
import { isBlank, isObject, pickValue } from '../pick-value.ts';
import { listChoices, quote, type Problem } from '../problem.ts';
import { checkWhole, type LocateInDocument } from '../read-document.ts';
import type { JsonDocument } from '../parse-json.ts';
import { findCoordinateSystem } from './coordinate-system.ts';
import { createItemLocate } from './locate-item.ts';
import { mapKind, mapProperties } from './map-feature.ts';
import { groundKinds, type PlanMapping } from './plan-mapping.ts';
import type { PlanFeature, PlanPart } from './plan-part.ts';

/** What a file may have beside its features; what else stands there is nobody's business (RFC 7946, section 6.1). */
const envelopeSchema = z.object({
  type: z.literal('FeatureCollection'),
  floors: z.array(floorSchema).min(1).optional(),
  features: z.array(z.unknown()).min(1),
});

export interface FileTask {
  readonly file: string;
  readonly document: JsonDocument;
  readonly mapping: PlanMapping;
  /** Of the whole file. */
  readonly floor: string | undefined;
  /** All floors of the mapping, for features that tell theirs by number. */
  readonly floors: readonly Floor[];
  readonly nextId: (wanted: string) => string;
  readonly locate: LocateInDocument;
}

/** GeoJSON with our `kind`, or with properties that the mapping translates. */
export function readGeoJson(task: FileTask): PlanPart | { readonly problems: readonly Problem[] } {
  const { file, document, mapping, locate } = task;
  const { item, found } = checkWhole(envelopeSchema, document.value, locate);
  if (item === null) return { problems: found };
  const { system, problems } = findCoordinateSystem(document.value, mapping, locate);
  if (system === null) return { problems: [...found, ...problems] };
  const isForeign = item.features.every((feature) => !isOurs(feature));
  if (isForeign && mapping.kinds === undefined && mapping.kind === undefined) {
    return { problems: [...found, ...problems, explainForeign(item.features, locate)] };
  }
  const unknown = new Map<string, { row: number; count: number; property: string; value: string }>();
  let unwanted = 0;
  const features = item.features.flatMap((feature, index): PlanFeature[] => {
    const row = index + 1;
    if (isOurs(feature) || !isObject(feature)) return [{ row, value: keepOurs(feature, task.floor) }];
    const outcome = mapFeature(feature, task);
    if (Array.isArray(outcome)) return outcome.map((value) => ({ row, value }));
    if (outcome.is !== 'unknown') {
      unwanted += 1;
      return [];
    }
    const { property, value } = outcome;
    const key = `${property} ${value}`;
    unknown.set(key, { property, value, row: unknown.get(key)?.row ?? row, count: (unknown.get(key)?.count ?? 0) + 1 });
    return [];
  });
  const locateRow = createItemLocate({ file, document, base: ['features'] });
  const untold = [...unknown.values()].map(({ property, value, count }) => [`${property} is ${quote(value)}`, count]);
  const warnings = [...unknown.values()].map(({ property, value, row, count }): Problem => {
    const subject = count === 1 ? 'One feature is' : `${count} features, the first of them here, are`;
    const message =
      value === ''
        ? `${subject} left out: nothing tells the kind.`
        : `${subject} left out: ${property} is ${quote(value)}.`;
    const instead = `Say what ${value === '' ? 'they are' : quote(value)} ${value === '' ? '' : 'means '}under files.floorPlan.kinds in event.json, or write null there.`;
    return { severity: 'warning', ...locateRow(row, ['properties', property]), message, instead };
  });
  return {
    file,
    coordinateSystem: system,
    floors: item.floors ?? [],
    features,
    doors: [],
    leftOut: {
      ...(unwanted === 0 ? {} : { 'not wanted': unwanted }),
      ...(Object.fromEntries(untold) as PlanPart['leftOut']),
    },
    locate: locateRow,
    problems: [...found, ...problems, ...warnings],
  };
}

const kinds: readonly unknown[] = [...placeKinds, ...groundKinds];

function isOurs(feature: unknown): boolean {
  return isObject(feature) && isObject(feature['properties']) && 'kind' in feature['properties'];
}

/** Without what GeoJSON allows and nobody here asks for. */
function keepOurs(feature: unknown, floor: string | undefined): unknown {
  if (!isObject(feature)) return feature;
  const { id: _id, bbox: _bbox, ...kept } = feature;
  if (floor === undefined || !isObject(kept['properties'])) return kept;
  return { ...kept, properties: { floor, ...kept['properties'] } };
}

/** As features of ours, or why there are none. A way between floors becomes a place on each of them. */
function mapFeature(feature: Record<string, unknown>, task: FileTask) {
  const { mapping, nextId, floors } = task;
  const { properties, geometry } = feature;
  // Foreign members of the feature itself count as properties, too.
  const record = { ...feature, ...(isObject(properties) ? properties : {}), floor: task.floor };
  const outcome = mapKind(record, mapping);
  if (outcome.is !== 'kind') return outcome;
  const { kind } = outcome;
  const toFloor = (written: unknown) =>
    (floors.find(({ id }) => id === String(written)) ?? floors.find(({ ordinal }) => ordinal === written))?.id ??
    String(written);
  const levels = mapping.levels === undefined ? undefined : pickValue(record, mapping.levels);
  if (Array.isArray(levels) && levels.length > 1 && isObject(geometry)) {
    return spreadOverFloors({ levels: levels.map(toFloor), geometry, record, kind, mapping, nextId });
  }
  const told = mapping.floor === undefined ? undefined : pickValue(record, mapping.floor);
  const floor = isBlank(told) ? task.floor : toFloor(told);
  return [{ type: 'Feature', properties: mapProperties({ record, kind, mapping, floor, nextId }), geometry }];
}

function spreadOverFloors(
  task: { levels: readonly string[]; geometry: Record<string, unknown> } & Omit<
    Parameters<typeof mapProperties>[0],
    'floor'
  >,
) {
  const { levels, geometry, ...rest } = task;
  const line = Array.isArray(geometry['coordinates']) ? (geometry['coordinates'] as unknown[]) : [];
  const shaft = rest.nextId(`shaft-${rest.kind}`);
  return levels.map((floor, index) => ({
    type: 'Feature',
    properties: { ...mapProperties({ ...rest, floor }), shaft },
    geometry: {
      type: 'Point',
      coordinates: line[Math.round((index / (levels.length - 1)) * (line.length - 1))],
    },
  }));
}

/** One problem instead of one per feature: somebody else's file, without a mapping. */
function explainForeign(features: readonly unknown[], locate: LocateInDocument): Problem {
  const values = new Map<string, Set<string>>();
  for (const feature of features) {
    const properties = isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {};
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string') values.set(name, (values.get(name) ?? new Set()).add(value));
    }
  }
  const [name, few] = [...values].find(([, { size }]) => size > 1 && size < 20) ?? ['type', new Set(['booth'])];
  const known = [...few].filter((value) => kinds.includes(value));
  const example = JSON.stringify({ kinds: { [name]: Object.fromEntries([...few].slice(0, 2).map((value) => [value, known[0] ?? 'stand'])) } }); // prettier-ignore
  const message = 'No feature has a property "kind", so that nothing is known to be a stand or a walkway.';
  const instead = `Write "kind" (${listChoices(placeKinds, 20)}), or add to event.json: "files": {"floorPlan": ${example}}.`;
  return { severity: 'error', ...locate(['features']), message, instead };
}
