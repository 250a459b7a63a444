import { z } from 'zod';
import { compareVersions } from '../../domain/protocol/updates.ts';
import { versionSchema } from '../../domain/protocol/update-report.ts';

/** Starts that a new version has to become healthy in. */
export const mostStarts = 2;

/** What a kiosk remembers of updates, in `update-state.json`. */
export const updateStateSchema = z.strictObject({
  format: z.literal('foyer-update-1'),
  /** The highest version of which a signed description was seen. */
  seen: versionSchema.nullable(),
  /** Put in once and not again: they did not become healthy, or their installer changed nothing. */
  bad: z.array(versionSchema).max(100),
  /** A version that was put in and has not become healthy yet. */
  trial: z
    .strictObject({
      version: versionSchema,
      from: versionSchema,
      starts: z.int().min(0).max(1000),
      /** Highest version of a journal that the one before reads. */
      journal: z.int().min(0),
    })
    .nullable(),
  /** How the last one ended. */
  ended: z
    .strictObject({
      kind: z.enum(['installed', 'rolled-back', 'not-installed', 'no-way-back']),
      version: versionSchema,
      from: versionSchema,
    })
    .nullable(),
});
export type UpdateState = z.infer<typeof updateStateSchema>;

export const newState: UpdateState = { format: 'foyer-update-1', seen: null, bad: [], trial: null, ended: null };

/** A description was believed; an older one is a replay from now on. */
export function noteSeen(state: UpdateState, version: string): UpdateState {
  const isNews = state.seen === null || compareVersions(version, state.seen) > 0;
  return isNews ? { ...state, seen: version } : state;
}

/** To be on the disk before the installer runs. */
export function beginTrial(
  state: UpdateState,
  { version, from, journal }: { version: string; from: string; journal: number },
): UpdateState {
  return { ...state, trial: { version, from, journal, starts: 0 }, ended: null };
}

/** `trial`: it has to become healthy; `roll-back`: it had its starts. */
export type StartVerdict = 'ordinary' | 'trial' | 'roll-back';

/** To be on the disk before anything else of this start is done, so that a start which breaks off counts. */
export function countStart(state: UpdateState, running: string): { state: UpdateState; verdict: StartVerdict } {
  const { trial } = state;
  if (trial === null) return { state, verdict: 'ordinary' };
  if (running === trial.version) {
    const starts = trial.starts + 1;
    const verdict = starts > mostStarts ? 'roll-back' : 'trial';
    return { state: { ...state, trial: { ...trial, starts } }, verdict };
  }
  if (running === trial.from) return { state: fail(state, 'not-installed'), verdict: 'ordinary' };
  // Somebody put in another by hand.
  return { state: { ...state, trial: null }, verdict: 'ordinary' };
}

/** The version that runs is healthy. */
export function confirm(state: UpdateState, running: string): UpdateState {
  const { trial } = state;
  if (trial?.version !== running) return state;
  return { ...state, trial: null, ended: { kind: 'installed', version: trial.version, from: trial.from } };
}

/** The trial ended badly; the version is not taken again. */
export function fail(state: UpdateState, kind: 'rolled-back' | 'not-installed' | 'no-way-back'): UpdateState {
  const { trial, bad } = state;
  if (trial === null) return state;
  const { version, from } = trial;
  return {
    ...state,
    trial: null,
    bad: [...bad.filter((one) => one !== version), version].slice(-100),
    ended: { kind, version, from },
  };
}

/** Staff want it tried again. */
export function forgive(state: UpdateState, version: string): UpdateState {
  return { ...state, bad: state.bad.filter((one) => one !== version) };
}
