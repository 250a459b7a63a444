import { z } from 'zod';
import { floorPlanSchema, placeSchema, type Floor, type FloorPlan, type Place } from '../../floor-plan.ts';
import type { Problem } from '../problem.ts';
import { checkWhole, createLocate, readJson } from '../read-document.ts';
import { checkDocumentItems, type List } from '../read-list.ts';

/** The places of a plan, and the floors that they lie on. */
export interface PlanList extends List<Place> {
  readonly floors: readonly Floor[];
}

/** Whether the plan is whole is decided feature by feature, so that one bad stand does not hide the others. */
const envelopeSchema = floorPlanSchema.extend({ features: z.array(z.unknown()).min(1) });

/** `floorplan.geojson`. */
export function readFloorPlan(file: string, bytes: Uint8Array): { list: PlanList | null; problems: Problem[] } {
  const { document, problems } = readJson(file, bytes);
  if (document === null) return { list: null, problems };
  const { item, found } = checkWhole(envelopeSchema, document.value, createLocate(file, document));
  problems.push(...found);
  if (item === null) return { list: null, problems };
  const { features, floors = [] } = item;
  const outcome = checkDocumentItems({ schema: placeSchema, file, document, items: features, base: ['features'] });
  return { list: { ...outcome.list, floors }, problems: [...problems, ...outcome.problems] };
}

/** The plan of what was read; null when there is none. */
export function toFloorPlan(list: PlanList | null): FloorPlan | null {
  if (list === null || list.entries.length === 0) return null;
  const features = list.entries.map(({ item }) => item);
  const floors = list.floors.length === 0 ? {} : { floors: [...list.floors] };
  return { type: 'FeatureCollection', coordinateSystem: 'metres', ...floors, features };
}
