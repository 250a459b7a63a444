import Flatbush from 'flatbush';
import { floorOf, type FloorPlan } from '../../floor-plan.ts';
import { overlap, toOutline } from '../../geometry.ts';
import type { Problem } from '../problem.ts';
import type { PlanList } from './assemble-plan.ts';
import { nameStand } from './name-place.ts';

/** Stands that share ground with another on the same floor; each is told of once. A spatial index keeps 2,000 stands from 2,000,000 pairs. */
export function findOverlaps({ entries, locate }: PlanList, plan: FloorPlan): Problem[] {
  const stands = entries.flatMap(({ row, item }) =>
    item.properties.kind === 'stand' && item.geometry.type === 'Polygon'
      ? [{ row, item, floor: floorOf(item, plan), outline: toOutline(item.geometry.coordinates) }]
      : [],
  );
  if (stands.length === 0) return [];
  const index = new Flatbush(stands.length);
  for (const { outline } of stands) {
    const { left, bottom, right, top } = outline.bounds;
    index.add(left, bottom, right, top);
  }
  index.finish();
  return stands.flatMap(({ row, item, floor, outline }, at): Problem[] => {
    const { left, bottom, right, top } = outline.bounds;
    const other = index
      .search(left, bottom, right, top, (found) => found < at && stands[found]?.floor === floor)
      .toSorted((a, b) => a - b)
      .map((found) => stands[found])
      .find((earlier) => earlier !== undefined && overlap(outline, earlier.outline));
    if (other === undefined) return [];
    const message = `Stand ${nameStand(item)} lies partly on stand ${nameStand(other.item)}.`;
    const instead = 'Draw them apart, or with a common edge.';
    return [{ severity: 'warning', ...locate(row, ['geometry']), message, instead }];
  });
}
