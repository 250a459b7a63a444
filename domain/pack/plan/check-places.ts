import type { Problem } from '../problem.ts';
import type { PlanList } from './assemble-plan.ts';

/** Ids that several places have, and kiosks that do not tell where their visitors look. */
export function checkPlaces({ entries, locate }: PlanList): Problem[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ row, item: { properties } }): Problem[] => {
    const { id, kind, facing } = properties;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, row);
    const problems: Problem[] = [];
    if (earlier !== undefined) {
      const there = locate(earlier, []);
      const message = `"${id}" stands already in ${there.row === undefined ? there.file : `item ${there.row}`}.`;
      const instead = 'Write another, or remove one of the two.';
      problems.push({ severity: 'error', ...locate(row, ['properties', 'id']), found: id, message, instead });
    }
    if (kind === 'kiosk' && facing === undefined) {
      const message = `Kiosk ${id} does not tell where its visitor looks, so that no way can begin with "turn left".`;
      const instead = 'Write "facing": degrees clockwise from up on the plan.';
      problems.push({ severity: 'warning', ...locate(row, ['properties']), message, instead });
    }
    return problems;
  });
}
