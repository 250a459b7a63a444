import { z } from 'zod';
import { slugSchema } from './event.ts';
import { localisedSchema } from './localised.ts';

export const jobLevels = ['intern', 'graduate', 'mid', 'senior', 'lead'] as const;
export type JobLevel = (typeof jobLevels)[number];
export const jobContracts = ['full-time', 'part-time', 'fixed-term', 'internship'] as const;

export const jobSchema = z.strictObject({
  id: slugSchema,
  company: slugSchema,
  /** Id of one of the event's functions. */
  function: slugSchema.optional(),
  level: z.enum(jobLevels).optional(),
  contract: z.enum(jobContracts).optional(),
  place: localisedSchema.optional(),
  /** Languages the work needs, BCP 47: `en`, `yue`, `cmn`. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'use a language code such as en, yue or cmn')).default([]),
  /** As an engineer writes them: `SystemVerilog`, `RISC-V`. */
  skills: z.array(z.string().trim().min(1).max(80)).default([]),
  posted: z.iso.date({ error: 'write the date as YYYY-MM-DD' }).optional(),
  title: localisedSchema,
  text: localisedSchema,
});
export type Job = z.infer<typeof jobSchema>;
