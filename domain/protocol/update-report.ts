import { z } from 'zod';

/** Three numbers and nothing else: what goes to kiosks is a release. */
export const versionSchema = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);

/** Why a description is not believed. */
export const releaseFaults = ['unsigned', 'wrong-signature', 'malformed', 'other-channel'] as const;
export type ReleaseFault = (typeof releaseFaults)[number];

/** Why a believed release is not taken. */
export const unwantedReasons = ['older', 'replayed', 'known-bad', 'data-newer'] as const;
export type Unwanted = (typeof unwantedReasons)[number];

/** Why an update that is ready is not put in now, the first that holds. */
export const waitReasons = [
  'visitor',
  'staff',
  'printing',
  'opening-hours',
  'not-idle',
  'on-battery',
  'no-room',
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** Why something went wrong on the way: the source does not answer, a file is not what the description says, there is no package to go back to. */
export const updateFaults = ['unreachable', 'wrong-file', 'no-way-back', 'not-installed', 'not-healthy'] as const;

/** Why there are no updates at all: this Foyer was not installed from a package, updates are switched off, or there is nowhere to get them from. */
export const offReasons = ['not-a-package', 'switched-off', 'no-source'] as const;

/** How a kiosk stands with updates. `version` is the one that is spoken of, null when it is not known. */
export const updateReportSchema = z.strictObject({
  state: z.enum(['off', 'current', 'fetching', 'waiting', 'installing', 'on-trial', 'rolled-back', 'refused']),
  version: versionSchema.nullable(),
  reason: z.enum([...offReasons, ...waitReasons, ...releaseFaults, ...unwantedReasons, ...updateFaults]).nullable(),
});
export type UpdateReport = z.infer<typeof updateReportSchema>;
