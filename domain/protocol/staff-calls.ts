import { z } from 'zod';
import { announcementSchema } from '../announcement.ts';
import { attendeeDetailsSchema } from '../attendee.ts';
import { badgeLayoutSchema } from '../badge-layout.ts';
import { doctorReportSchema } from '../doctor-report.ts';
import { eventSchema, slugSchema } from '../event.ts';
import { localisedSchema } from '../localised.ts';
import { fieldSchema, nameLineSchema, registrationSchema } from '../registration.ts';
import { claimCodeSchema } from '../sealed-record.ts';
import { sessionSchema } from '../session.ts';
import { staffNumberSchema, staffRoles, type StaffRole } from '../staff/staff-member.ts';
import { kioskSettingsChangeSchema, kioskSettingsSchema } from './kiosk-settings.ts';
import { kioskOrderSchema, kioskReportSchema, orderResultSchema } from './kiosk-report.ts';

const everybody = staffRoles;
const withVisitors = ['helper', 'supervisor'] as const;
const withMachines = ['supervisor', 'technician'] as const;
const supervisors = ['supervisor'] as const;

const nothing = z.strictObject({});
const done = z.object({});

const nameSchema = z
  .strictObject({ own: nameLineSchema, latin: nameLineSchema })
  .refine((name) => name.own !== '' || name.latin !== '', 'name-missing');

/** One line of a search: enough to know the right person, and no more. */
export const visitorSummarySchema = z.object({
  /** Id of the visitor's first record; null for somebody on the organiser's list who has not come yet. */
  visitor: z.uuidv7().nullable(),
  /** `ticketIndex` of such a one. */
  attendee: z.string().nullable(),
  claimCode: claimCodeSchema.nullable(),
  name: z.object({ own: z.string(), latin: z.string() }),
  status: registrationSchema.shape.status.nullable(),
  field: z.string(),
  /** `w…n@…kust.hk`, `…45 67`: to ask back, not to copy. */
  contactHint: z.string(),
});
export type VisitorSummary = z.infer<typeof visitorSummarySchema>;

/** Why a sheet is printed again. */
export const reprintReasons = ['lost', 'damaged', 'misprinted', 'corrected', 'not-printed'] as const;
export type ReprintReason = (typeof reprintReasons)[number];

export const visitorDetailsSchema = visitorSummarySchema.extend({
  /** All that the visitor told, or what the organiser's list says. */
  registration: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('registration'), registration: registrationSchema }),
    z.object({ kind: z.literal('check-in'), attendee: attendeeDetailsSchema }),
    z.object({ kind: z.literal('attendee'), attendee: attendeeDetailsSchema }),
  ]),
  otherCodes: z.array(claimCodeSchema),
  /** The newest last. `at` is when the hub heard of it, milliseconds since 1970. */
  history: z.array(
    z.object({
      at: z.number(),
      what: z.enum(['registered', 'checked-in', 'corrected', 'reprinted', 'merged', 'undone']),
      kiosk: z.string().nullable(),
      staff: staffNumberSchema.nullable(),
      reason: z.enum(reprintReasons).nullable(),
    }),
  ),
  /** Who may be the same person. */
  pairs: z.array(z.object({ pair: z.int(), state: z.enum(['possible', 'confirmed', 'merged']), other: z.uuidv7() })),
});
export type VisitorDetails = z.infer<typeof visitorDetailsSchema>;

/** What is wrong with a kiosk, the worst first; each has words with what to do (`domain/errors`). */
export const kioskProblems = [
  'revoked',
  'never-seen',
  'away',
  'doctor-forged',
  'closed',
  'doctor-red',
  'staff-locked',
  'printer-fault',
  'dead-letters',
  'pack-broken',
  'printer-paused',
  'records-waiting',
  'paper-low',
  'not-examined',
  'old-version',
] as const;
export type KioskProblem = (typeof kioskProblems)[number];

/** The last examination of a kiosk, looked at by the hub. */
export const kioskDoctorSchema = z.discriminatedUnion('state', [
  /** Not signed with the key that the kiosk was enrolled with, or changed since: nothing of it is shown. */
  z.object({ state: z.literal('forged') }),
  z.object({ state: z.enum(['green', 'amber', 'red']), report: doctorReportSchema }),
]);
export type KioskDoctor = z.infer<typeof kioskDoctorSchema>;

export const kioskLineSchema = z.object({
  kiosk: slugSchema,
  position: slugSchema.nullable(),
  /** The worst first; empty when all is well. */
  problems: z.array(z.enum(kioskProblems)),
  isListening: z.boolean(),
  /** Milliseconds since 1970 by the hub's clock. */
  lastSeen: z.number().nullable(),
  /** The last that it told of itself; null before the first. */
  report: kioskReportSchema.nullable(),
  /** Its last examination; null when there was none. */
  doctor: kioskDoctorSchema.nullable(),
});
export type KioskLine = z.infer<typeof kioskLineSchema>;

export const auditEntrySchema = z.object({
  /** From 1, without a gap. */
  number: z.int(),
  /** Milliseconds since 1970 by the hub's clock. */
  at: z.number(),
  /** Null when the hub itself, or its operator, did it. */
  staff: staffNumberSchema.nullable(),
  role: z.enum(staffRoles).nullable(),
  /** Where: a kiosk, or null for a browser or the hub's own machine. */
  kiosk: slugSchema.nullable(),
  /** A call of this table, `sign-in`, `sign-in-failed`, `locked`, or an operator's command. */
  action: z.string().max(60),
  /** Ids only: of visitors, records, kiosks, sessions, and words of fixed lists. */
  subjects: z.array(z.string().max(64)).max(200),
  /** SHA-256, hexadecimal, of the entry before and this one; of 64 zeros before the first. */
  previous: z.string().length(64),
  hash: z.string().length(64),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const pairSideSchema = visitorDetailsSchema.omit({ pairs: true, history: true });

function call<Input extends z.ZodType, Answer extends z.ZodType>(
  roles: readonly StaffRole[],
  input: Input,
  answer: Answer,
) {
  return { roles, input, answer };
}

/**
 * Everything that staff can ask of the hub, once: `POST /v1/staff/<name>`, from a browser with its cookie or through a kiosk's bridge. Who may,
 * what goes in, what comes out. Each call that shows or changes something of a visitor or the event is in the audit trail.
 */
export const staffCalls = {
  /** Who is signed in, the event, and whether the hub may open registrations now. */
  me: call(
    everybody,
    nothing,
    z.object({
      staff: z.object({ number: staffNumberSchema, label: z.string(), role: z.enum(staffRoles) }),
      event: eventSchema.nullable(),
      isUnlocked: z.boolean(),
      /** Of registrations that the search knows; below `toIndex` while it is still reading. */
      indexed: z.int(),
      toIndex: z.int(),
    }),
  ),

  // Visitors. All of them answer `locked` while the hub has not been given the event's key.
  /** A claim code, a badge's QR, a ticket, a name or part of one in any script, an e-mail address or a telephone number. */
  findVisitors: call(
    withVisitors,
    z.strictObject({ query: z.string().trim().min(1).max(200), limit: z.int().min(1).max(50).default(20) }),
    z.object({ visitors: z.array(visitorSummarySchema), total: z.int() }),
  ),
  readVisitor: call(withVisitors, z.strictObject({ visitor: z.uuidv7() }), visitorDetailsSchema),
  readAttendee: call(withVisitors, z.strictObject({ attendee: z.string() }), visitorDetailsSchema),
  /** Somebody on the list who has no code at hand: counts as arrived, with a claim code. A second time answers the same. */
  checkIn: call(withVisitors, z.strictObject({ attendee: z.string() }), visitorDetailsSchema),
  register: call(
    withVisitors,
    z.strictObject({ id: z.uuidv7(), registration: registrationSchema }),
    visitorDetailsSchema,
  ),
  /** Replaces the name, and the field of study or work when it is given; the claim code stays. */
  correct: call(
    withVisitors,
    z.strictObject({ visitor: z.uuidv7(), name: nameSchema, field: fieldSchema.optional() }),
    visitorDetailsSchema,
  ),
  /** Notes that a sheet is printed again and why; the sheet itself goes through the kiosk's own printer or `order`. */
  noteReprint: call(withVisitors, z.strictObject({ visitor: z.uuidv7(), reason: z.enum(reprintReasons) }), done),
  listPairs: call(
    withVisitors,
    z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
    z.object({
      pairs: z.array(
        z.object({
          pair: z.int(),
          kind: z.enum(['same-ticket', 'same-contact', 'by-hand']),
          state: z.enum(['possible', 'confirmed', 'merged', 'dismissed']),
          first: pairSideSchema.nullable(),
          second: pairSideSchema.nullable(),
        }),
      ),
    }),
  ),
  decidePair: call(
    supervisors,
    z.strictObject({ pair: z.int().min(1), decision: z.enum(['merge', 'dismiss', 'undo']) }),
    done,
  ),
  /** Two that staff know to be one person, though nothing in their registrations says so. */
  mergeVisitors: call(
    supervisors,
    z.strictObject({ first: z.uuidv7(), second: z.uuidv7() }),
    z.object({ pair: z.int() }),
  ),
  /** The visitor withdraws consent: everything that names them goes, here and on every kiosk that is or comes back. It cannot be undone. */
  eraseVisitor: call(supervisors, z.strictObject({ visitor: z.uuidv7() }), z.object({ records: z.int() })),

  // Machines.
  kiosks: call(everybody, nothing, z.object({ kiosks: z.array(kioskLineSchema), now: z.number() })),
  /** Answers at once with the order's id; `readOrder` says how it ended. A `print` order names the visitor whose sheet it is. */
  order: call(
    everybody,
    z.strictObject({ kiosk: slugSchema, order: kioskOrderSchema, visitor: z.uuidv7().optional() }),
    done,
  ),
  readOrder: call(
    everybody,
    z.strictObject({ id: z.uuidv7() }),
    z.object({ state: z.enum(['waiting', 'fetched', 'ended', 'expired']), result: orderResultSchema.nullable() }),
  ),
  /** What the hub tells kiosks in place of their kiosk.json, by their names; one that it tells nothing is missing. */
  kioskSettings: call(withMachines, nothing, z.object({ settings: z.record(slugSchema, kioskSettingsSchema) })),
  /** `bad-request`: the event has no such place. The kiosk takes it over when nobody is at it. */
  changeKioskSettings: call(
    withMachines,
    z.strictObject({ kiosk: slugSchema, change: kioskSettingsChangeSchema }),
    done,
  ),

  // The event.
  /** Quarter hours of the event's own clock from the first to the last with anything in it. */
  counts: call(
    everybody,
    nothing,
    z.object({
      quarters: z.array(z.object({ start: z.number(), registrations: z.int(), checkIns: z.int(), staff: z.int() })),
      total: z.object({ registrations: z.int(), checkIns: z.int(), expected: z.int() }),
    }),
  ),
  announcements: call(
    everybody,
    nothing,
    z.object({
      announcements: z.array(announcementSchema.extend({ at: z.number(), staff: staffNumberSchema.nullable() })),
    }),
  ),
  announce: call(supervisors, announcementSchema.extend({ text: localisedSchema }), done),
  withdrawAnnouncement: call(supervisors, z.strictObject({ id: z.uuidv7() }), done),
  sessions: call(
    everybody,
    nothing,
    z.object({
      sessions: z.array(
        z.object({
          session: sessionSchema,
          held: z.int(),
          booked: z.int(),
          waiting: z.int(),
          isClosed: z.boolean(),
        }),
      ),
      areSeatsOpen: z.boolean(),
    }),
  ),
  closeSession: call(supervisors, z.strictObject({ session: slugSchema, isClosed: z.boolean() }), done),
  /** Badge layout in force, and whether it was set here rather than in the event pack. */
  badgeLayout: call(everybody, nothing, z.object({ layout: badgeLayoutSchema.nullable(), isOwn: z.boolean() })),
  /** null goes back to the event pack's. */
  setBadgeLayout: call(withMachines, z.strictObject({ layout: badgeLayoutSchema.nullable() }), done),
  audit: call(
    supervisors,
    z.strictObject({ before: z.int().min(1).optional(), limit: z.int().min(1).max(200).default(50) }),
    z.object({ entries: z.array(auditEntrySchema), total: z.int() }),
  ),
} as const;

export type StaffCall = keyof typeof staffCalls;
export type StaffInput<Name extends StaffCall> = z.input<(typeof staffCalls)[Name]['input']>;
export type StaffAnswer<Name extends StaffCall> = z.output<(typeof staffCalls)[Name]['answer']>;
export const staffCallNames = Object.keys(staffCalls) as [StaffCall, ...StaffCall[]];

/** Why a call has no answer. `expired`: the session is over, sign in again. `offline`: the kiosk cannot reach its hub. */
export const staffRefusals = [
  'signed-out',
  'not-allowed',
  'locked',
  'not-found',
  'kiosk-away',
  'already-merged',
  'nothing-to-undo',
  'too-many-requests',
  'bad-request',
  'storage-failed',
  'unavailable',
  'offline',
  'failed',
] as const;
export type StaffRefusal = (typeof staffRefusals)[number];

/** Why somebody is not signed in. `wait` comes with whole seconds. */
export const signInRefusals = [
  'wrong-credentials',
  'wait',
  'staff-locked',
  'no-staff',
  'offline',
  'storage-failed',
  'too-many-requests',
] as const;
export type SignInRefusal = (typeof signInRefusals)[number];

/** POST /v1/staff-sessions with `credentialsSchema`. A browser gets the token as a cookie and not in the answer; a kiosk, whose request is signed, in it. */
export const signInAnswerSchema = z.object({
  staff: z.object({ number: staffNumberSchema, label: z.string(), role: z.enum(staffRoles) }),
  /** Seconds without a call after which the session ends. */
  idleSeconds: z.int(),
  token: z.string().optional(),
});
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;
