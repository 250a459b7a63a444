import { kioskProblems, type KioskLine } from '../../../domain/protocol/staff-calls.ts';

/** The worst first; kiosks that are equally well by their names, so that a line stays where it is. */
export function inOrder(kiosks: readonly KioskLine[]): readonly KioskLine[] {
  return kiosks.toSorted((one, other) => weightOf(one) - weightOf(other) || byName(one, other));
}

/** Compares by the names of kiosks: K2 comes before K10. */
export function byName(one: { readonly kiosk: string }, other: { readonly kiosk: string }): number {
  return one.kiosk.localeCompare(other.kiosk, 'en', { numeric: true });
}

function weightOf({ problems }: KioskLine): number {
  const weights = problems.map((problem) => kioskProblems.indexOf(problem));
  return weights.length === 0 ? kioskProblems.length : Math.min(...weights);
}
