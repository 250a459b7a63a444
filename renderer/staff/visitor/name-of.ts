import type { VisitorSummary } from '../../../domain/protocol/staff-calls.ts';

/** Both names of a visitor as one line, the own script first. */
export function nameOf({ name: { own, latin } }: Pick<VisitorSummary, 'name'>): string {
  return [own, own === latin ? '' : latin].filter((part) => part !== '').join(' · ');
}
