import { z } from 'zod';
import { localisedSchema } from './localised.ts';

/** What the organiser says on every kiosk at once. */
export const announcementSchema = z.strictObject({
  id: z.uuidv7(),
  text: localisedSchema,
  /** `urgent` interrupts a visit, `calm` stands beside it. */
  level: z.enum(['calm', 'urgent']),
  /** How long a kiosk shows it at most, from when it first saw it and by no wall clock; the hub takes it back after as long. */
  minutes: z.int().min(1).max(720),
});
export type Announcement = z.infer<typeof announcementSchema>;
