import { longestLabel, type Floor, type PlaceKind } from '../../../floor-plan.ts';
import type { Localised } from '../../../localised.ts';
import type { PackSource } from '../../pack-source.ts';
import type { Problem } from '../../problem.ts';
import type { GroundKind } from '../plan-mapping.ts';
import type { PlanFeature, PlanPart } from '../plan-part.ts';
import { toLocalised } from '../to-localised.ts';
import { openImdf, type ImdfArchive, type ImdfFeature } from './imdf-features.ts';
import { isFood, kindOfAmenity, kindOfFixture, kindOfUnit } from './imdf-kinds.ts';
import { listImdfFloors } from './imdf-floors.ts';
import { listTenants, type Tenant } from './imdf-tenants.ts';
import { listImdfShafts } from './imdf-shafts.ts';

export interface ImdfTask {
  readonly nextId: (wanted: string) => string;
}

/**
 * An IMDF archive (Apple's Indoor Mapping Data Format, 1.0.0, OGC 20-094) as places: levels are floors, units rooms or areas to walk on,
 * kiosks and whatever else a company has its stand at are stands.
 */
export function readImdf(
  { file, bytes }: PackSource,
  { nextId }: ImdfTask,
): PlanPart | { readonly problems: readonly Problem[] } {
  const archive = openImdf(file, bytes);
  if (!('features' in archive)) return archive;
  const floors = listImdfFloors(archive.features.level);
  if (floors.size === 0) {
    const message = 'The archive holds no level.';
    return { problems: [{ severity: 'error', file, message, instead: 'Export the venue with its levels.' }] };
  }
  const { byStand: tenants, atPoints } = listTenants(archive.features);
  const context: Context = {
    floors,
    nextId,
    tenants,
    shafts: listImdfShafts(archive.features),
    levelOfUnit: new Map(archive.features.unit.map((unit) => [unit.id, unit.properties.level_id ?? ''])),
  };
  const { level, unit, fixture, kiosk, amenity, opening } = archive.features;
  const features = [
    ...level.flatMap((each) => drawHall(each, context)),
    ...unit.flatMap((each) => drawUnit(each, context)),
    ...fixture.flatMap((each) => drawFixture(each, context)),
    ...kiosk.flatMap((each) => drawStand(each, context)),
    ...atPoints.flatMap(({ anchor, tenant }) => drawTenant(anchor, tenant, context)),
    ...amenity.flatMap((each) => drawAmenity(each, context)),
  ];
  const doors = opening.flatMap((each) => draw(each, { kind: 'walkway', level: each.properties.level_id }, context));
  const { locate } = archive;
  return {
    file,
    coordinateSystem: 'degrees',
    floors: [...floors.values()],
    features,
    doors,
    leftOut: countLeftOut([...level, ...unit, ...fixture, ...kiosk, ...amenity], features),
    locate,
    problems: [...archive.problems, ...warnOfLoose(archive, context)],
  };
}

interface Context {
  readonly nextId: ImdfTask['nextId'];
  readonly floors: ReadonlyMap<string, Floor>;
  readonly tenants: ReadonlyMap<string, Tenant>;
  /** By id of a unit. */
  readonly shafts: ReadonlyMap<string, string>;
  readonly levelOfUnit: ReadonlyMap<string, string>;
}

function draw(
  { id, row, geometry, properties }: ImdfFeature,
  told: {
    kind: PlaceKind | GroundKind;
    level: string | null | undefined;
    name?: Localised | null;
    label?: string | undefined;
    geometry?: unknown;
  },
  { floors, nextId, shafts }: Context,
): PlanFeature[] {
  const floor = floors.get(told.level ?? '');
  if (floor === undefined) return [];
  const name = told.name ?? toLocalised(properties.name);
  const shaft = shafts.get(id);
  // IMDF's ids are UUIDs; what a person may refer to is a label or a name.
  const wanted = told.label ?? name?.en ?? Object.values(name ?? {})[0] ?? floor.id;
  const drawn = {
    id: nextId(`${told.kind}-${wanted}`),
    kind: told.kind,
    floor: floor.id,
    ...(name === null ? {} : { name }),
    ...(told.label === undefined ? {} : { label: told.label }),
    ...(shaft === undefined ? {} : { shaft }),
  };
  return [{ row, value: { type: 'Feature', properties: drawn, geometry: told.geometry ?? geometry } }];
}

function drawHall(level: ImdfFeature, context: Context): PlanFeature[] {
  return draw(level, { kind: 'hall', level: level.id }, context);
}

function drawUnit(unit: ImdfFeature, context: Context): PlanFeature[] {
  const { level_id: level, category } = unit.properties;
  const tenant = context.tenants.get(unit.id);
  const kind = kindOfUnit(category ?? 'unspecified');
  // A room that one company has for itself is its stand; an area with many stands stays an area.
  if (tenant !== undefined && kind !== 'area') return drawTenant(unit, tenant, context);
  return kind === null ? [] : draw(unit, { kind, level }, context);
}

function drawFixture(fixture: ImdfFeature, context: Context): PlanFeature[] {
  const tenant = context.tenants.get(fixture.id);
  if (tenant !== undefined) return drawTenant(fixture, tenant, context);
  const { level_id: level, category } = fixture.properties;
  return draw(fixture, { kind: kindOfFixture(category ?? ''), level }, context);
}

function drawStand(kiosk: ImdfFeature, context: Context): PlanFeature[] {
  return drawTenant(kiosk, context.tenants.get(kiosk.id) ?? {}, context);
}

/** What is written at a stand: its number in the address, else a short name of its own. */
function drawTenant(stand: ImdfFeature, tenant: Tenant, context: Context): PlanFeature[] {
  const { name, alt_name: other, level_id, unit_id: unit } = stand.properties;
  const level = level_id ?? context.levelOfUnit.get(unit ?? '');
  const short = [toLocalised(other), toLocalised(name)].map((text) => Object.values(text ?? {})[0]).find(isLabel);
  const label = tenant.number ?? short;
  const kind = tenant.category !== undefined && isFood(tenant.category) ? 'food' : 'stand';
  return draw(stand, { kind, level, name: tenant.name ?? toLocalised(name), label }, context);
}

function isLabel(text: string | undefined): text is string {
  return text !== undefined && text.length <= longestLabel && /\d/.test(text);
}

/** An amenity tells its floor by the units that it belongs to. */
function drawAmenity(amenity: ImdfFeature, context: Context): PlanFeature[] {
  const kind = kindOfAmenity(amenity.properties.category ?? '');
  const [unit] = amenity.properties.unit_ids ?? [];
  return kind === null ? [] : draw(amenity, { kind, level: context.levelOfUnit.get(unit ?? '') }, context);
}

function warnOfLoose({ features, locate }: ImdfArchive, { floors }: Context): Problem[] {
  return [...features.unit, ...features.fixture, ...features.kiosk].flatMap((feature): Problem[] => {
    const level = feature.properties.level_id;
    if (level !== null && level !== undefined && floors.has(level)) return [];
    const message = 'It lies on no level of the archive and is left out.';
    const instead = 'Give it the id of a level as level_id.';
    return [{ severity: 'warning', ...locate(feature.row, ['properties', 'level_id']), message, instead }];
  });
}

/** By category: what no visitor looks for, such as `nonpublic` or `atm`. */
function countLeftOut(all: readonly ImdfFeature[], drawn: readonly PlanFeature[]): PlanPart['leftOut'] {
  const rows = new Set(drawn.map(({ row }) => row));
  const counts: Record<string, number> = {};
  for (const { row, properties } of all) {
    const category = properties.category ?? 'no category';
    if (!rows.has(row)) counts[category] = (counts[category] ?? 0) + 1;
  }
  return counts;
}
