import { existsSync, mkdtempSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { floorPlanSchema, type FloorPlan, type Position } from '../../../domain/floor-plan.ts';
import { root } from '../../end-to-end/shells.ts';

/** A real fair's hall, which may not be copied into the project. */
const fairHall = join(root, '..', 'shared', 'data', 'floorplans', 'gamescom-2026', 'hall-7.1.json');
const sampleEvent = join(root, 'build', 'sample-event');

const fairHallSchema = z.object({
  size: z.tuple([z.number(), z.number()]),
  stands: z.array(z.object({ nr: z.string(), poly: z.array(z.tuple([z.number(), z.number()])) })),
});

interface Stand {
  readonly label: string;
  /** Not closed. */
  readonly corners: readonly Position[];
}

export function readSamplePlan(): FloorPlan {
  return floorPlanSchema.parse(JSON.parse(readFileSync(join(sampleEvent, 'floorplan.geojson'), 'utf8')));
}

/** Null where the real data are not. */
export function readFairHall(): FloorPlan | null {
  if (!existsSync(fairHall)) return null;
  const { size, stands } = fairHallSchema.parse(JSON.parse(readFileSync(fairHall, 'utf8')));
  const labelled = stands.map(({ nr, poly }) => ({ label: nr.split(' ')[0] ?? nr, corners: poly }));
  return drawHall(size, labelled);
}

/** Rows of stands of 3 m by 3 m, as many as the largest fair has in one hall and more. */
export function drawManyStands(count: number): FloorPlan {
  const perRow = 50;
  const rows = Math.ceil(count / perRow);
  const stands = Array.from({ length: count }, (_, index) => {
    const [row, place] = [Math.floor(index / perRow), index % perRow];
    const [x, y] = [2 + place * 3.2, 8 + row * 5];
    return { label: `${row + 1}.${place + 1}`, corners: toCorners(x, y, 3, 3) };
  });
  return drawHall([perRow * 3.2 + 4, rows * 5 + 10], stands);
}

function drawHall([width, height]: Position, stands: readonly Stand[]): FloorPlan {
  const feature = (id: string, properties: object, geometry: object) => ({
    type: 'Feature',
    properties: { id, ...properties },
    geometry,
  });
  const polygon = (corners: readonly Position[]) => ({ type: 'Polygon', coordinates: [[...corners, corners[0]]] });
  return floorPlanSchema.parse({
    type: 'FeatureCollection',
    coordinateSystem: 'metres',
    features: [
      feature('hall', { kind: 'hall' }, polygon(toCorners(-2, -6, width + 4, height + 8))),
      ...stands.map(({ label, corners }, index) =>
        feature(`stand-${index}`, { kind: 'stand', label }, polygon(corners)),
      ),
      feature('aisle', { kind: 'walkway' }, { type: 'LineString', coordinates: [[0, -3], [width, -3]] }), // prettier-ignore
      ...[1, 2, 3, 4].map((number) =>
        feature(`kiosk-${number}`, { kind: 'kiosk', facing: 0 }, { type: 'Point', coordinates: [5 + number * 2, -4] }),
      ),
    ],
  });
}

function toCorners(x: number, y: number, width: number, height: number): Position[] {
  return [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]; // prettier-ignore
}

/** The sample event with another hall and nobody in it. @returns a folder that the caller removes */
export function packHall(plan: FloorPlan): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-hall-'));
  copyFileSync(join(sampleEvent, 'event.json'), join(folder, 'event.json'));
  writeFileSync(join(folder, 'floorplan.geojson'), JSON.stringify(plan));
  return folder;
}
