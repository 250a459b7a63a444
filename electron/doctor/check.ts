import type { DoctorCheck, DoctorFinding, DoctorState } from '../../domain/doctor-report.ts';
import type { ErrorCode } from '../../domain/errors.ts';

/** One thing that is looked at. What it needs of the machine comes in when it is made, so that a test can give it a fault. */
export interface Check {
  readonly name: DoctorCheck;
  /** After which it counts as failed, and the next begins. */
  readonly limitSeconds: number;
  /** One finding, or one for each thing of the kind. */
  readonly examine: (signal: AbortSignal) => Promise<readonly Found[]>;
}

export type Facts = DoctorFinding['facts'];

/** A finding without the name of its check. */
export type Found = Omit<DoctorFinding, 'check'>;

export function green(facts: Facts = {}): Found {
  return { state: 'green', facts: fit(facts), advice: null };
}

/** What is to be put right; only `red` keeps the kiosk from going live. */
export function bad(state: Exclude<DoctorState, 'green'>, advice: ErrorCode, facts: Facts = {}): Found {
  return { state, facts: fit(facts), advice };
}

/** A kiosk at an event must have it; a developer's checkout need not. */
export type Place = 'installed' | 'checkout';

export function redWhereInstalled(place: Place): 'red' | 'amber' {
  return place === 'installed' ? 'red' : 'amber';
}

/** Longest text in a finding. */
const mostLetters = 200;

function fit(facts: Facts): Facts {
  const cut = (value: Facts[string]) => (typeof value === 'string' ? value.slice(0, mostLetters) : value);
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, cut(value)]));
}
