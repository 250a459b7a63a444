import { z } from 'zod';
import { slugSchema } from './event.ts';
import { languageSchema } from './localised.ts';
import { emailSchema, fieldSchema, nameLineSchema, phoneSchema, talentPoolChoices } from './registration.ts';
import { visitorStatuses } from './visitor-status.ts';

/** Somebody who registered before the event, as the organiser's list has them. All but a name and the code may be missing. */
export const attendeeSchema = z.strictObject({
  /** What their ticket says, as they type or scan it. */
  code: z.string().trim().min(4, 'needs at least 4 characters').max(256),
  name: z
    .strictObject({ own: nameLineSchema.default(''), latin: nameLineSchema.default('') })
    .refine((name) => name.own !== '' || name.latin !== '', 'name-missing'),
  email: emailSchema.optional(),
  phone: phoneSchema.optional(),
  status: z.enum(visitorStatuses).optional(),
  field: fieldSchema.default(''),
  interests: z.array(slugSchema).max(7).default([]),
  language: languageSchema.optional(),
  talentPool: z.enum(talentPoolChoices).default('private'),
});
export type Attendee = z.infer<typeof attendeeSchema>;

/** What a ticket code opens on a kiosk: everything but the code itself. */
export const attendeeDetailsSchema = attendeeSchema.omit({ code: true });
export type AttendeeDetails = z.infer<typeof attendeeDetailsSchema>;

/** The sealed content of a record of kind `check-in`: as the list had it, in the language that the visitor chose. */
export const checkInSchema = z.strictObject({ language: languageSchema, attendee: attendeeDetailsSchema });
export type CheckIn = z.infer<typeof checkInSchema>;

/** One pre-registered visitor as kiosks hold them. */
export const lockedAttendeeSchema = z.strictObject({
  /** `ticketIndex`, base64url. */
  index: z.string().length(22),
  /** AES-256-GCM: nonce, text, tag; base64url. Only the ticket code gives the key. */
  ciphertext: z.string().min(40),
});
export type LockedAttendee = z.infer<typeof lockedAttendeeSchema>;
