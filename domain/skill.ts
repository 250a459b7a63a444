import { z } from 'zod';
import { slugSchema } from './event.ts';
import { localisedSchema } from './localised.ts';

/** A skill that a visitor may name and a job may ask for. */
export const skillSchema = z.strictObject({
  id: slugSchema,
  label: localisedSchema,
  /** What else it is called, in any language: `SV` for SystemVerilog. */
  alternatives: z.array(z.string().trim().min(1).max(120)).default([]),
});
export type Skill = z.infer<typeof skillSchema>;

/** All of an event; they travel together, as the floor plan does. */
export const skillsSchema = z.array(skillSchema);
