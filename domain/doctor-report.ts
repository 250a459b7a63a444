import { z } from 'zod';
import { slugSchema } from './event.ts';

/** What the doctor looks at, in the order in which it is told. */
export const doctorChecks = [
  'versions',
  'display',
  'touch',
  'fonts',
  'voices',
  'printers',
  'scanner',
  'clock',
  'disk',
  'power-cut',
  'network-cut',
  'hub',
  'enrolment',
  'lock-down',
] as const;
export type DoctorCheck = (typeof doctorChecks)[number];

/** `red` keeps the kiosk from going live; `amber` is to be put right; `skipped` could not be looked at here and says why. */
export const doctorStates = ['green', 'amber', 'red', 'skipped'] as const;
export type DoctorState = (typeof doctorStates)[number];

export const doctorFindingSchema = z.strictObject({
  check: z.enum(doctorChecks),
  state: z.enum(doctorStates),
  /** What was found, by name; numbers with their unit in the name (`freeMegabytes`). Names no visitor. */
  facts: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean(), z.null()])),
  /** Code of what to do (`domain/errors`); null when nothing is to be done. */
  advice: z.string().max(60).nullable(),
});
export type DoctorFinding = z.infer<typeof doctorFindingSchema>;

export const doctorReportSchema = z.strictObject({
  kind: z.literal('doctor'),
  /** Of Foyer. */
  version: z.string().max(40),
  shell: z.enum(['electron', 'chromium']),
  /** Null before it has a name. */
  kiosk: slugSchema.nullable(),
  /** ISO 8601 by the machine's own clock, for people. */
  at: z.iso.datetime(),
  findings: z.array(doctorFindingSchema).max(40),
});
export type DoctorReport = z.infer<typeof doctorReportSchema>;

/** As it lies on the disk and goes to the hub: the JSON that was signed, and the kiosk's Ed25519 signature of its UTF-8 bytes. */
export const signedDoctorReportSchema = z.strictObject({
  report: z.string().max(20_000),
  /** Base64url. */
  signature: z.string().length(86),
});
export type SignedDoctorReport = z.infer<typeof signedDoctorReportSchema>;

/** The worst of its findings. */
export function judgeFindings(findings: readonly Pick<DoctorFinding, 'state'>[]): Exclude<DoctorState, 'skipped'> {
  if (findings.some(({ state }) => state === 'red')) return 'red';
  return findings.some(({ state }) => state === 'amber') ? 'amber' : 'green';
}

/** Why a supervisor lets a kiosk take visitors although its examination was red: a fixed list, so that no name gets into the trail. */
export const goLiveReasons = ['mended-since', 'known-and-harmless', 'needed-now'] as const;
export type GoLiveReason = (typeof goLiveReasons)[number];

/** A supervisor's word, as the kiosk keeps it. It holds for one report and ends with the next. */
export const goLiveSchema = z.strictObject({
  kind: z.literal('go-live'),
  /** SHA-256 of the report's JSON, base64url. */
  report: z.string().length(43),
  reason: z.enum(goLiveReasons),
  /** ISO 8601 by the machine's own clock, for people. */
  at: z.iso.datetime(),
});
export type GoLive = z.infer<typeof goLiveSchema>;

/** JSON of a `GoLive`, and the kiosk's Ed25519 signature of its UTF-8 bytes, base64url. */
export const signedGoLiveSchema = z.strictObject({ statement: z.string().max(1000), signature: z.string().length(86) });
export type SignedGoLive = z.infer<typeof signedGoLiveSchema>;
