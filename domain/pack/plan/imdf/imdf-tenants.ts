import { longestLabel } from '../../../floor-plan.ts';
import { isInside } from '../../../geometry.ts';
import type { Localised } from '../../../localised.ts';
import { mendShape } from '../mend-shape.ts';
import { toLocalised } from '../to-localised.ts';
import type { ImdfArchive, ImdfFeature } from './imdf-features.ts';
import { kindOfUnit } from './imdf-kinds.ts';

/** Who has a stand at a kiosk, a fixture or a unit. */
export interface Tenant {
  readonly name?: Localised | null;
  readonly category?: string;
  /** Of the stand, from the address. */
  readonly number?: string;
}

export interface Tenants {
  /** By the id of the kiosk, fixture or unit that is the tenant's stand. */
  readonly byStand: ReadonlyMap<string, Tenant>;
  /** Those for whom no outline is drawn, with the anchor at which they stand. */
  readonly atPoints: readonly { readonly anchor: ImdfFeature; readonly tenant: Tenant }[];
}

/**
 * Occupants stand at anchors; an anchor belongs to the kiosk or fixture that names it or that it lies in, and else to its unit, unless that is
 * an area with more than this stand.
 */
export function listTenants(features: ImdfArchive['features']): Tenants {
  const { occupant, anchor, address, kiosk, fixture, unit } = features;
  const occupants = new Map(occupant.toReversed().map((each) => [each.properties.anchor_id ?? '', each.properties]));
  const numbers = new Map(address.map(({ id, properties }) => [id, properties.unit ?? undefined]));
  const units = new Map(unit.map((each) => [each.id, each.properties]));
  const stands = [...kiosk, ...fixture];
  const standByAnchor = new Map(stands.map((each) => [each.properties.anchor_id ?? '', each.id]));
  const byStand = new Map<string, Tenant>();
  const atPoints: { anchor: ImdfFeature; tenant: Tenant }[] = [];
  for (const each of anchor) {
    const who = occupants.get(each.id);
    const number = numbers.get(each.properties.address_id ?? '');
    if (who === undefined && number === undefined) continue;
    const tenant = toTenant(who, number);
    const room = units.get(each.properties.unit_id ?? '');
    const level = room?.level_id;
    const near = stands.filter(({ properties }) => level == null || properties.level_id === level);
    const drawn = standByAnchor.get(each.id) ?? findAround(each, near)?.id;
    const isRoom = room !== undefined && kindOfUnit(room.category ?? 'unspecified') !== 'area';
    const stand = drawn ?? (isRoom ? each.properties.unit_id : undefined);
    if (stand != null && !byStand.has(stand)) byStand.set(stand, tenant);
    else if (stand == null && who !== undefined) atPoints.push({ anchor: each, tenant });
  }
  return { byStand, atPoints };
}

function toTenant(who: ImdfFeature['properties'] | undefined, number: string | undefined): Tenant {
  return {
    name: toLocalised(who?.name),
    ...(who?.category == null ? {} : { category: who.category }),
    ...(number === undefined || number === '' || number.length > longestLabel ? {} : { number }),
  };
}

function findAround(anchor: ImdfFeature, stands: readonly ImdfFeature[]): ImdfFeature | undefined {
  const at = mendShape(anchor.geometry, 'stand')?.shapes[0];
  if (at?.type !== 'Point') return undefined;
  return stands.find(({ geometry }) => {
    const shape = mendShape(geometry, 'stand')?.shapes[0];
    return shape?.type === 'Polygon' && isInside(at.coordinates, shape.coordinates);
  });
}
