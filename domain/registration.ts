import { z } from 'zod';
import { slugSchema } from './event.ts';
import { containsHkid } from './hkid.ts';
import { languageSchema } from './localised.ts';
import { countGraphemes, toSingleLine } from './text.ts';
import { visitorStatuses } from './visitor-status.ts';

/** The longest name, e-mail address or field of study that a registration takes, in characters as a person counts them. */
export const maximumGraphemes = { name: 80, contact: 254, field: 80 } as const;

function line(maximum: number) {
  return z
    .string()
    .max(4000, 'too-long')
    .transform(toSingleLine)
    .refine((text) => countGraphemes(text) <= maximum, 'too-long')
    .refine((text) => !containsHkid(text), 'identity-number');
}

export const nameLineSchema = line(maximumGraphemes.name);
export const fieldSchema = line(maximumGraphemes.field);

/** Loose on purpose: a desk accepts what a mail server might. */
export const emailSchema = line(maximumGraphemes.contact).pipe(
  z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/, 'not-an-email'),
);

/** Digits, 7 to 15 of them (E.164), with the usual signs between them. */
export const phoneSchema = line(maximumGraphemes.contact).pipe(
  z
    .string()
    .regex(/^\+?[\d\s().-]+$/, 'not-a-phone')
    .refine((text) => /^\d{7,15}$/.test(text.replace(/\D/g, '')), 'not-a-phone'),
);

export const talentPoolChoices = ['open', 'private'] as const;

/** What a visitor tells the kiosk. It lives in memory only; on disk it is sealed. */
export const registrationSchema = z.strictObject({
  language: languageSchema,
  /** The name in the visitor's own script and/or in Latin letters; at least one. */
  name: z
    .strictObject({ own: nameLineSchema, latin: nameLineSchema })
    .refine((name) => name.own !== '' || name.latin !== '', 'name-missing'),
  contact: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('email'), value: emailSchema }),
    z.strictObject({ kind: z.literal('phone'), value: phoneSchema }),
  ]),
  status: z.enum(visitorStatuses),
  /** Of study or work; may stay empty. */
  field: fieldSchema,
  /** Ids of the event's interests. */
  interests: z.array(slugSchema).max(7),
  /** `open`: employers of the event may see the registration. */
  talentPool: z.enum(talentPoolChoices),
  consent: z.literal(true, { error: 'consent-missing' }),
});
export type Registration = z.infer<typeof registrationSchema>;
