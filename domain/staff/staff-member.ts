import { z } from 'zod';

/** `helper` looks after visitors, `supervisor` after the event as well, `technician` after machines and never sees visitors. */
export const staffRoles = ['helper', 'supervisor', 'technician'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Two digits; with the PIN's six they are what a member of staff types. */
export const staffNumberSchema = z.string().regex(/^\d{2}$/);
export const pinSchema = z.string().regex(/^\d{6}$/);

/** scrypt (RFC 7914) of a PIN: N = 2^15, r = 8, p = 1, 32 bytes. About 60 ms; a million PINs take a thief a night, so PINs are changed after a theft. */
export const pinHashSchema = z.strictObject({
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type PinHash = z.infer<typeof pinHashSchema>;
export const pinCost = { N: 2 ** 15, r: 8, p: 1, length: 32, maxmem: 64 * 1024 * 1024 } as const;

/** As kiosks hold it, so that staff mode works without the hub. */
export const staffMemberSchema = z.strictObject({
  number: staffNumberSchema,
  /** What other staff know them by: first name or desk. It never reaches a page that visitors see. */
  label: z.string().trim().min(1).max(40),
  role: z.enum(staffRoles),
  pin: pinHashSchema,
  /** SHA-256 of the badge's secret, base64url; null when there is no badge. */
  badge: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .nullable(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

/** What a staff badge's QR code says: `FOYER-STAFF-` and 128 random bits as 26 Crockford symbols. */
export const staffBadgePrefix = 'FOYER-STAFF-';
export const staffBadgePattern = /^FOYER-STAFF-[0-9A-HJKMNP-TV-Z]{26}$/;
export const staffBadgeSchema = z.string().regex(staffBadgePattern);

/** Staff mode in a kiosk leaves itself after so many seconds without a touch; a browser's after longer, because it stands on a desk. */
export const staffIdleSeconds = { kiosk: 60, browser: 600 } as const;

export const staffSchema = z.strictObject({
  number: staffNumberSchema,
  label: z.string(),
  role: z.enum(staffRoles),
});
/** Who is signed in. */
export type Staff = z.infer<typeof staffSchema>;
/** What is sent from a kiosk or browser to sign in. */
export const credentialsSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('pin'), number: staffNumberSchema, pin: pinSchema }),
  z.strictObject({ by: z.literal('badge'), badge: staffBadgeSchema }),
]);
export type Credentials = z.infer<typeof credentialsSchema>;
