import { z } from 'zod';
import { slugSchema } from './event.ts';
import { longestLabel } from './floor-plan.ts';
import { localisedSchema } from './localised.ts';

export const companySchema = z.strictObject({
  id: slugSchema,
  name: localisedSchema,
  /** Labels of its stands on the floor plan, as printed at the booth: `C03`. Several companies may share one. */
  stands: z.array(z.string().min(1).max(longestLabel)).default([]),
  about: localisedSchema.optional(),
});
export type Company = z.infer<typeof companySchema>;
