import { z } from 'zod';
import { badgeLayoutSchema } from './badge-layout.ts';
import { languageSchema, localisedSchema } from './localised.ts';

/** Names that stay the same for good and appear in references between files: `wuermfeld-analog`, `K1`, `J001`. */
export const slugSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'use letters, digits, dot, dash or underscore (64 at most)');

const dateSchema = z.iso.date({ error: 'write the date as YYYY-MM-DD' });
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write the time as HH:MM');
export const timeZoneSchema = z.string().refine(isTimeZone, 'use an IANA time zone such as Asia/Hong_Kong');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const choiceSchema = z.strictObject({ id: slugSchema, name: localisedSchema });
/** One of a short list that a visitor chooses from: a function of jobs, an interest. */
export type Choice = z.infer<typeof choiceSchema>;

const interestSchema = choiceSchema.extend({
  /** By which a job of this interest is known, beside the words of the name: in its title, skills or text, in any language. */
  words: z.array(z.string().trim().min(1).max(80)).optional(),
});

export const eventSchema = z.strictObject({
  id: slugSchema,
  name: localisedSchema,
  tagline: localisedSchema.optional(),
  /** In the event's own time zone. */
  days: z.array(z.strictObject({ date: dateSchema, opens: timeSchema, closes: timeSchema })).min(1),
  timeZone: timeZoneSchema,
  /** ISO 3166-1: where a telephone number without a country code is at home. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'write the country as two capital letters, such as HK')
    .default('HK'),
  languages: z.array(languageSchema).min(1),
  venue: z.strictObject({ name: localisedSchema, address: localisedSchema.optional() }),
  theme: z.strictObject({
    accent: z.string().regex(/^#[0-9a-f]{6}$/i, 'write the colour as #rrggbb'),
  }),
  organiser: z.strictObject({ name: localisedSchema, contact: z.string().min(1) }),
  /** The Personal Information Collection Statement that stands before the first field. Paragraphs are parted by a blank line. */
  collectionStatement: localisedSchema,
  retention: z.strictObject({
    registrationDays: z.int().min(1).max(3650),
    talentPoolDays: z.int().min(1).max(3650),
  }),
  functions: z.array(choiceSchema).max(12).default([]),
  /** Never more than seven things to choose from. */
  interests: z.array(interestSchema).max(7).default([]),
  /** Groups of words that mean the same in any language, for the search: `["EDA", "design automation", "設計自動化"]`. */
  synonyms: z
    .array(z.array(z.string().trim().min(1).max(80)).min(2))
    .max(2000)
    .optional(),
  /** `place` is the id of a floor plan feature of kind `kiosk`. */
  kiosks: z.array(z.strictObject({ id: slugSchema, place: slugSchema })).default([]),
  /** What badges show; `usualBadgeLayout` when it does not say. */
  badge: badgeLayoutSchema.optional(),
  /** Public half of the event's HPKE key pair (X25519), 32 bytes as base64url. Only its private half opens a registration. */
  sealingKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'needs the public key that `npm run event -- key` writes'),
});
export type EventDetails = z.infer<typeof eventSchema>;
