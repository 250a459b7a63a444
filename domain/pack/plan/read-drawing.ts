import { isBlank, isObject, pickValue } from '../pick-value.ts';
import type { Problem } from '../problem.ts';
import { createItemLocate } from './locate-item.ts';
import { mapKind, mapProperties } from './map-feature.ts';
import type { PlanFeature, PlanPart } from './plan-part.ts';
import type { FileTask } from './read-geojson.ts';

/** JSON that lists places with their outlines, but is not GeoJSON. What stands where, the mapping tells. Metres, unless it says otherwise. */
export function readDrawing(task: FileTask & { list: string }): PlanPart | { readonly problems: readonly Problem[] } {
  const { file, document, mapping, locate, list, floor, nextId } = task;
  const whole = isObject(document.value) ? document.value : {};
  const items = pickValue(whole, list);
  if (!Array.isArray(items)) {
    const message = `There is no list at "${list}".`;
    const instead = 'Name the list of places under files.floorPlan.list in event.json.';
    return { problems: [{ severity: 'error', ...locate([]), message, instead }] };
  }
  const problems: Problem[] = [];
  const locateRow = createItemLocate({ file, document, base: list.split('.') });
  const features = items.flatMap((item: unknown, index): PlanFeature[] => {
    if (!isObject(item)) return [];
    const row = index + 1;
    const record = { ...item, floor };
    const outcome = mapKind(record, { kind: 'stand', ...mapping });
    if (outcome.is !== 'kind') return [];
    const properties = mapProperties({ record, kind: outcome.kind, mapping, floor, nextId });
    const drawn = mapping.outline === undefined ? undefined : pickValue(item, mapping.outline);
    if (isBlank(drawn)) {
      const message = 'This place has no outline and is left out.';
      const instead = 'Name where its positions stand under files.floorPlan.outline in event.json.';
      problems.push({ severity: 'warning', ...locateRow(row, []), message, instead });
      return [];
    }
    return [{ row, value: { type: 'Feature', properties, geometry: toPolygon(drawn) } }];
  });
  const hall = mapping.hall === undefined ? undefined : pickValue(whole, mapping.hall);
  const outline = toHall(hall, mapping.margin ?? 0);
  if (mapping.hall !== undefined && outline === null) {
    const message = `There is no outline of the hall at "${mapping.hall}".`;
    const instead =
      'Write where its width and depth, or its positions stand, under files.floorPlan.hall in event.json.';
    problems.push({ severity: 'warning', ...locate([]), message, instead });
  }
  const name = floor === undefined ? {} : { name: { en: floor } };
  const id = nextId(`hall-${floor ?? ''}`);
  const halls = outline === null ? [] : [{ row: 0, value: { type: 'Feature', properties: { id, kind: 'hall', ...name, ...(floor === undefined ? {} : { floor }) }, geometry: outline } }]; // prettier-ignore
  return {
    file,
    coordinateSystem: mapping.coordinateSystem ?? 'metres',
    floors: [],
    features: [...halls, ...features],
    doors: [],
    leftOut: problems.length === 0 ? {} : { 'no outline': items.length - features.length },
    locate: (row, inner) => (row === 0 ? locate([]) : locateRow(row, inner)),
    problems,
  };
}

/** One ring, or a ring with its holes. Whether a drawing repeats the first position at the end is its own affair. */
function toPolygon(drawn: unknown): object {
  const rings: unknown[] = Array.isArray(drawn) ? drawn : [];
  const isRing = Array.isArray(rings[0]) && typeof rings[0][0] === 'number';
  return { type: 'Polygon', coordinates: (isRing ? [rings] : rings).map(closeRing) };
}

function closeRing(ring: unknown): unknown {
  if (!Array.isArray(ring) || ring.length < 2) return ring;
  const [first, last] = [ring[0], ring.at(-1)] as [unknown, unknown];
  return JSON.stringify(first) === JSON.stringify(last) ? ring : [...(ring as unknown[]), first];
}

/** `[width, depth]` from the origin, or positions. */
function toHall(drawn: unknown, margin: number): object | null {
  if (!Array.isArray(drawn) || drawn.length < 2) return null;
  const [width, depth] = drawn as unknown[];
  if (typeof width !== 'number' || typeof depth !== 'number') return toPolygon(drawn);
  const [left, right, top] = [-margin, width + margin, depth + margin];
  return { type: 'Polygon', coordinates: [[[left, left], [right, left], [right, top], [left, top], [left, left]]] }; // prettier-ignore
}
