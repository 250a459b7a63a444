import type { Floor } from '../../floor-plan.ts';
import { listPlanFiles, type PlanMapping } from './plan-mapping.ts';

/**
 * On which floor all of a file lies, as `files.floorPlan.from` of event.json tells it. `*` in a file's name stands for any letters, and in
 * the floor for the same: `{"file": "hall-*.json", "floor": "*"}`.
 */
export function findFloor(file: string, mapping: PlanMapping): { floor: string | undefined; floors: readonly Floor[] } {
  const entries = listPlanFiles(mapping);
  const named = entries.map(({ floor }) => floor ?? '').filter((floor) => floor !== '' && !floor.includes('*'));
  const floors = mapping.floors ?? [...new Set(named)].map((id, ordinal) => ({ id, ordinal }));
  for (const entry of entries) {
    const match = toPattern(entry.file).exec(file);
    if (match !== null) return { floor: entry.floor?.replace('*', match[1] ?? ''), floors };
  }
  return { floor: undefined, floors };
}

function toPattern(name: string): RegExp {
  const escaped = name.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${escaped.join('([^/]*)')}$`);
}
