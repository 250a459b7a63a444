import { z } from 'zod';
import { announcementSchema } from '../announcement.ts';
import { lockedAttendeeSchema } from '../attendee.ts';
import { companySchema } from '../company.ts';
import { eventSchema, slugSchema } from '../event.ts';
import { floorPlanSchema } from '../floor-plan.ts';
import { jobSchema } from '../job.ts';
import { encode } from '../sealed-record.ts';
import { purposes } from '../retention.ts';
import { sessionSchema } from '../session.ts';
import { skillsSchema } from '../skill.ts';
import { staffMemberSchema } from '../staff/staff-member.ts';
import { eraseOrderSchema } from './erase-order.ts';
import { kioskSettingsItemSchema } from './kiosk-settings.ts';

/** The hub's order to erase what a purpose no longer allows. It names no one. */
export const purgeOrderSchema = z.strictObject({
  id: z.uuid(),
  event: slugSchema,
  purpose: z.enum(purposes),
  /** Ed25519 of the hub over `purgeOrderBytes`, base64url. */
  signature: z.string(),
});
export type PurgeOrder = z.infer<typeof purgeOrderSchema>;

export function purgeOrderBytes({ id, event, purpose }: Omit<PurgeOrder, 'signature'>): Uint8Array<ArrayBuffer> {
  return encode(['foyer-purge-order-1', id, event, purpose]);
}

/** A session that staff have closed: no kiosk gives away a seat of it, leased or not. Its id is the session's. */
export const closedSessionSchema = z.object({ session: slugSchema });

/** Every kind of item that the hub tells kiosks of, with what stands in it. `event`, `floor-plan` and `skills` exist once, with the id of the event. */
export const feedItems = {
  event: eventSchema,
  'floor-plan': floorPlanSchema,
  skills: skillsSchema,
  company: companySchema,
  job: jobSchema,
  session: sessionSchema,
  /** By its index. */
  attendee: lockedAttendeeSchema,
  'purge-order': purgeOrderSchema,
  announcement: announcementSchema,
  /** By its number. Hashes only, and no page ever sees them. */
  staff: staffMemberSchema,
  'erase-order': eraseOrderSchema,
  'closed-session': closedSessionSchema,
  /** By the kiosk's name; the others pass it over. */
  'kiosk-settings': kioskSettingsItemSchema,
} as const;
export type FeedKind = keyof typeof feedItems;
export const feedKinds = Object.keys(feedItems) as [FeedKind, ...FeedKind[]];

function changeSchema<Kind extends FeedKind>(kind: Kind) {
  /** null deletes. */
  return z.object({ kind: z.literal(kind), id: z.string().min(1), item: z.nullable(feedItems[kind]) });
}

export const feedChangeSchema = z.discriminatedUnion('kind', [
  changeSchema('event'),
  changeSchema('floor-plan'),
  changeSchema('skills'),
  changeSchema('company'),
  changeSchema('job'),
  changeSchema('session'),
  changeSchema('attendee'),
  changeSchema('purge-order'),
  changeSchema('announcement'),
  changeSchema('staff'),
  changeSchema('erase-order'),
  changeSchema('closed-session'),
  changeSchema('kiosk-settings'),
]);
export type FeedChange = z.infer<typeof feedChangeSchema>;

/** GET /v1/feed?cursor=…: what has changed since, the oldest first, each item at most once and as it is now. */
export const feedPageSchema = z.object({
  /** For the next question. Opaque. */
  cursor: z.string().min(1).max(200),
  /** The cursor asked with is not of this hub: the kiosk begins with nothing, and shows what it has until `complete`. */
  reset: z.boolean(),
  /** Nothing more for now. */
  complete: z.boolean(),
  changes: z.array(feedChangeSchema),
});
export type FeedPage = z.infer<typeof feedPageSchema>;

/** GET /v1/news (text/event-stream): an event of this name says that the feed has something new. Its data is empty. */
export const newsEvent = 'news';
