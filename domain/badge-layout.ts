import { z } from 'zod';
import { localisedSchema } from './localised.ts';
import { visitorStatuses } from './visitor-status.ts';

/** What a badge can show, each at most once. */
export const badgeFields = ['logo', 'event', 'name', 'latin', 'field', 'claim', 'stripe'] as const;
export type BadgeField = (typeof badgeFields)[number];

export const badgeFieldSizes = ['small', 'medium', 'large'] as const;
export type BadgeFieldSize = (typeof badgeFieldSizes)[number];

/** At most so many characters of a logo's data URL: 48 KB of file. */
const longestLogo = 65_536;

const stripeSchema = z.strictObject({
  /** Instead of the type of visitor. */
  label: localisedSchema.optional(),
  /** On paper that has colours. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'write the colour as #rrggbb'),
  /** On paper that is black and white: white words on black, black words in a frame, black words between hatched ends. */
  pattern: z.enum(['solid', 'frame', 'hatched']),
});

/** What the organiser decides of a badge. Without one, `usualBadgeLayout` holds. */
export const badgeLayoutSchema = z.strictObject({
  /** From the top. A field that is missing is not printed; `name` and `claim` must be there. */
  fields: z
    .array(z.strictObject({ field: z.enum(badgeFields), size: z.enum(badgeFieldSizes).default('medium') }))
    .min(2)
    .refine((fields) => new Set(fields.map(({ field }) => field)).size === fields.length, 'names a field twice')
    .refine((fields) => fields.some(({ field }) => field === 'name'), 'needs the field "name"')
    .refine(
      (fields) => fields.some(({ field }) => field === 'claim'),
      'needs the field "claim", without which staff cannot find a visitor again',
    ),
  /** PNG, as a data URL; in a pack it is the file `badge-logo.png`. */
  logo: z
    .string()
    .max(longestLogo, 'is too large: 48 KB at most')
    .regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/, 'needs a PNG')
    .optional(),
  stripes: z.partialRecord(z.enum(visitorStatuses), stripeSchema).default({}),
});
export type BadgeLayout = z.infer<typeof badgeLayoutSchema>;

export const usualBadgeLayout: BadgeLayout = {
  fields: (['event', 'name', 'latin', 'field', 'claim', 'stripe'] as const).map((field) => ({ field, size: 'medium' })),
  stripes: {},
};
