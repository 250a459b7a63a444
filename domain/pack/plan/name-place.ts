import type { Place } from '../../floor-plan.ts';

/** What a place is called in a message: its label or, for want of one, its id. */
export function nameStand({ properties }: Place): string {
  return properties.label ?? properties.id;
}
