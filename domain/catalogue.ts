import { z } from 'zod';
import { announcementSchema } from './announcement.ts';
import { companySchema } from './company.ts';
import { eventSchema } from './event.ts';
import { floorPlanSchema } from './floor-plan.ts';
import { jobSchema } from './job.ts';
import { sessionSchema } from './session.ts';
import { skillsSchema } from './skill.ts';

/** All that a kiosk shows of an event. */
export const catalogueSchema = z.strictObject({
  event: eventSchema,
  companies: z.array(companySchema),
  jobs: z.array(jobSchema),
  sessions: z.array(sessionSchema),
  floorPlan: floorPlanSchema.optional(),
  skills: skillsSchema.optional(),
});
export type Catalogue = z.infer<typeof catalogueSchema>;

/**
 * One page of the change feed. A kiosk applies a page in one transaction and keeps `cursor`; a `reset` page starts from nothing, because
 * the feed does not know the cursor that it was asked from.
 */
export const catalogueChangesSchema = z.strictObject({
  cursor: z.string().min(1),
  reset: z.boolean(),
  upserts: z.strictObject({
    event: eventSchema.optional(),
    companies: z.array(companySchema),
    jobs: z.array(jobSchema),
    sessions: z.array(sessionSchema),
    floorPlan: floorPlanSchema.optional(),
    skills: skillsSchema.optional(),
    announcements: z.array(announcementSchema),
  }),
  removals: z.strictObject({
    companies: z.array(z.string()),
    jobs: z.array(z.string()),
    sessions: z.array(z.string()),
    announcements: z.array(z.string()),
  }),
});
export type CatalogueChanges = z.infer<typeof catalogueChangesSchema>;
