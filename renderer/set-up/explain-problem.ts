import { errors, type ErrorCode } from '../../domain/errors.ts';
import { localise, type Language } from '../../domain/localised.ts';
import type { SetUpProblem } from '../../electron/set-up/set-up-state.ts';

/** What went wrong and what to do, for whoever sets the kiosk up. */
export function explainProblem(problem: SetUpProblem, language: Language): string {
  return localise(errors[toCode(problem)].operator, language).text;
}

/** What the hub itself said has its words among the hub's. */
const own = [
  'not-a-code',
  'not-an-address',
  'no-hub-heard',
  'unreachable',
  'other-hub',
  'other-certificate',
  'not-kept',
  'no-event',
] as const satisfies SetUpProblem[];
type OwnProblem = (typeof own)[number];

function toCode(problem: SetUpProblem): ErrorCode {
  return isOwn(problem) ? `set-up-${problem}` : `hub-${problem}`;
}

function isOwn(problem: SetUpProblem): problem is OwnProblem {
  return own.some((each) => each === problem);
}
