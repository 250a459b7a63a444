import type { FloorPlan, Place } from '../floor-plan.ts';
import { overlap, toOutline } from '../geometry.ts';
import { findParts } from '../walk/walkway-parts.ts';
import type { Problem } from './problem.ts';
import type { List } from './read-list.ts';

/** Whether the stands of a plan lie apart and can be walked to. */
export function checkPlan(plan: List<Place> | null): Problem[] {
  const [first] = plan?.entries ?? [];
  if (plan === null || first === undefined) return [];
  const features = plan.entries.map(({ item }) => item);
  // A walkway that was left out would make stands seem cut off.
  const whole = plan.leftOut.length === 0;
  return [
    ...findOverlaps(plan),
    ...(whole ? findCutOff(plan, { type: 'FeatureCollection', coordinateSystem: 'metres', features }) : []),
  ];
}

function findOverlaps({ entries, locate }: List<Place>): Problem[] {
  const stands = entries.flatMap(({ row, item }) =>
    item.properties.kind === 'stand' && item.geometry.type === 'Polygon'
      ? [{ row, item, outline: toOutline(item.geometry.coordinates) }]
      : [],
  );
  return stands.flatMap(({ row, item, outline }, index): Problem[] => {
    const other = stands.slice(0, index).find((earlier) => overlap(outline, earlier.outline));
    if (other === undefined) return [];
    const message = `Stand ${nameStand(item)} lies partly on stand ${nameStand(other.item)}.`;
    const instead = 'Draw them apart, or with a common edge.';
    return [{ severity: 'warning', ...locate(row, ['geometry']), message, instead }];
  });
}

function findCutOff({ entries, locate }: List<Place>, plan: FloorPlan): Problem[] {
  const parts = findParts(plan);
  if (parts.count === 0) return [];
  const walkway = entries.find(({ item }) => item.properties.kind === 'walkway' && parts.of(item) !== parts.main);
  const problems: Problem[] = [];
  if (parts.count > 1 && walkway !== undefined) {
    const message = `The walkways fall into ${parts.count} parts that do not meet; this one is not on the largest.`;
    const instead = 'Draw it so that it ends on another walkway or crosses one.';
    problems.push({ severity: 'warning', ...locate(walkway.row, ['geometry']), message, instead });
  }
  for (const { row, item } of entries) {
    if (item.properties.kind !== 'stand' || parts.of(item) === parts.main) continue;
    const message = `Stand ${nameStand(item)} cannot be walked to.`;
    const instead = 'Draw a walkway that passes one of its sides with nothing between.';
    problems.push({ severity: 'warning', ...locate(row, ['geometry']), message, instead });
  }
  return problems;
}

function nameStand({ properties }: Place): string {
  return properties.label ?? properties.id;
}
