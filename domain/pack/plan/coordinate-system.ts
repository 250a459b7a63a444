import { isObject } from '../pick-value.ts';
import { quote, type Problem } from '../problem.ts';
import type { LocateInDocument } from '../read-document.ts';
import type { PlanMapping } from './plan-mapping.ts';

export type CoordinateSystem = 'metres' | 'degrees';

/**
 * Metres when the file or event.json says so; degrees of WGS 84 otherwise, as RFC 7946 wants them. GeoJSON of 2008 may name its system in
 * `crs`, and then it must be that one.
 */
export function findCoordinateSystem(
  document: unknown,
  mapping: PlanMapping,
  locate: LocateInDocument,
): { system: CoordinateSystem | null; problems: Problem[] } {
  const told = isObject(document) ? document['coordinateSystem'] : undefined;
  if (told === 'metres' || told === 'degrees') return { system: told, problems: [] };
  if (told !== undefined) {
    const message = `${quote(told)} is no coordinate system that is known here.`;
    const instead = 'Write metres, or leave it out when the positions are longitude and latitude.';
    return { system: null, problems: [{ severity: 'error', ...locate(['coordinateSystem']), message, instead }] };
  }
  if (mapping.coordinateSystem !== undefined) return { system: mapping.coordinateSystem, problems: [] };
  const name = findName(isObject(document) ? document['crs'] : undefined);
  if (name === null || /(crs:?84|epsg:+4326|wgs ?84)/i.test(name)) return { system: 'degrees', problems: [] };
  const message = `The positions are in ${quote(name)}.`;
  const instead = 'Export the plan in WGS 84 (EPSG:4326), or in metres with "coordinateSystem": "metres".';
  return { system: null, problems: [{ severity: 'error', ...locate(['crs']), message, instead }] };
}

/** `{"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}` */
function findName(crs: unknown): string | null {
  const name = isObject(crs) && isObject(crs['properties']) ? crs['properties']['name'] : undefined;
  return typeof name === 'string' ? name : null;
}
