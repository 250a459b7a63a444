import type { Tally } from '../list.ts';
import type { PackSource } from '../pack-source.ts';
import type { Problem } from '../problem.ts';
import { createLocate, readJson } from '../read-document.ts';
import { isObject } from '../pick-value.ts';
import { assemblePlan, type PlanList } from './assemble-plan.ts';
import { readImdf } from './imdf/read-imdf.ts';
import { findFloor } from './find-floor.ts';
import { createIds } from './map-feature.ts';
import type { PlanMapping } from './plan-mapping.ts';
import type { PlanPart } from './plan-part.ts';
import { readDrawing } from './read-drawing.ts';
import { readGeoJson, type FileTask } from './read-geojson.ts';

export { toFloorPlan, type PlanList } from './assemble-plan.ts';

/**
 * A floor plan from one file or several: GeoJSON in metres or degrees, an IMDF archive, or another drawing that the mapping explains. All of
 * them tell one plan.
 */
export function readPlan(
  sources: readonly PackSource[],
  mapping: PlanMapping = {},
): { list: PlanList | null; problems: Problem[]; tallies: readonly Tally[] } {
  if (sources.length === 0) return { list: null, problems: [], tallies: [] };
  const nextId = createIds();
  const parts: PlanPart[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const read = readSource(source, { mapping, nextId });
    problems.push(...read.problems);
    if ('features' in read) parts.push(read);
  }
  if (parts.length === 0) return { list: null, problems, tallies: [] };
  const { list, problems: more, tallies } = assemblePlan(parts, mapping);
  return { list, problems: [...problems, ...more], tallies };
}

type Read = PlanPart | { readonly problems: readonly Problem[] };

function readSource(
  { file, bytes }: PackSource,
  { mapping, nextId }: { mapping: PlanMapping; nextId: FileTask['nextId'] },
): Read {
  if (isArchive(bytes)) return readImdf({ file, bytes }, { nextId });
  const { document, problems } = readJson(file, bytes);
  if (document === null) return { problems };
  const { floor, floors } = findFloor(file, mapping);
  const task: FileTask = { file, document, mapping, floor, floors, nextId, locate: createLocate(file, document) };
  const isGeoJson = isObject(document.value) && document.value['type'] === 'FeatureCollection';
  const read =
    mapping.list !== undefined && !isGeoJson ? readDrawing({ ...task, list: mapping.list }) : readGeoJson(task);
  return { ...read, problems: [...problems, ...read.problems] };
}

/** ZIP files begin with these letters (APPNOTE 4.3.7). */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
