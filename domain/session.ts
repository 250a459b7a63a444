import { z } from 'zod';
import { slugSchema } from './event.ts';
import { localisedSchema } from './localised.ts';

const localDateTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'write date and time as YYYY-MM-DDTHH:MM',
    abort: true,
  })
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, 'write a day that exists');

/** One entry of the agenda. Times are local to the event's time zone. */
export const sessionSchema = z
  .strictObject({
    id: slugSchema,
    kind: z.enum(['forum', 'workshop', 'talk']),
    start: localDateTimeSchema,
    end: localDateTimeSchema,
    /** Id of a floor plan feature. */
    place: slugSchema.optional(),
    /** The room as its door says, where no plan has it. */
    room: localisedSchema.optional(),
    track: localisedSchema.optional(),
    speakers: z.array(z.string().trim().min(1)).default([]),
    capacity: z.int().min(1).max(100_000).optional(),
    title: localisedSchema,
    text: localisedSchema.optional(),
  })
  .refine((session) => session.start < session.end, { path: ['end'], message: 'must be later than the start' });
export type Session = z.infer<typeof sessionSchema>;
