import { z } from 'zod';
import { slugSchema } from './event.ts';
import { localisedSchema } from './localised.ts';

export const companySchema = z.strictObject({
  id: slugSchema,
  name: localisedSchema,
  /** Label of its stand on the floor plan, as printed at the booth: `C03`. */
  stand: z.string().min(1).max(16).optional(),
  about: localisedSchema.optional(),
});
export type Company = z.infer<typeof companySchema>;
