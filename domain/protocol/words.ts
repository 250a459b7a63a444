import { z } from 'zod';

/** Every way in which the hub can refuse a request of a kiosk, by HTTP status. */
export const hubErrors = {
  'bad-request': 400,
  /** No such kiosk, or its signature does not hold. */
  'unknown-kiosk': 401,
  /** The kiosk was enrolled by a hub that is gone; it may ask to be readmitted. */
  'unknown-epoch': 401,
  'kiosk-revoked': 403,
  /** Never made here, or forgotten: mistyped, most likely. */
  'wrong-code': 403,
  /** Another machine has used it. */
  'code-used': 403,
  'code-expired': 403,
  'not-found': 404,
  'kiosk-taken': 409,
  'out-of-sequence': 409,
  'too-large': 413,
  'too-many-requests': 429,
  /** The hub's disk refuses. */
  'storage-failed': 503,
  /** It is starting, stopping, or has no event. */
  unavailable: 503,
  failed: 500,
} as const;
export type HubErrorCode = keyof typeof hubErrors;
const codes = Object.keys(hubErrors) as [HubErrorCode, ...HubErrorCode[]];

/** The body of every refusal. A body that does not fit comes from something that is no hub, such as a captive portal. */
export const hubErrorSchema = z.object({ error: z.enum(codes), requestId: z.string().max(100).optional() });

/** Names one life of a hub's database. A hub that lost its disk has another. */
export const epochSchema = z.uuid();
