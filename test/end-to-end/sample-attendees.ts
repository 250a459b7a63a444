import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Language } from '../../domain/localised.ts';
import { samplePack } from './sample-event.ts';

const rowSchema = z.object({
  code: z.string(),
  name_own: z.string(),
  name_latin: z.string(),
  email: z.string(),
  language: z.string(),
});

export interface SamplePerson {
  readonly code: string;
  readonly own: string;
  readonly latin: string;
  readonly email: string;
}

/**
 * Somebody on the sample event's list.
 * @param place among those of that language, from 0; each test takes its own, because a ticket is new only once
 */
export function samplePerson(language: Language, place = 0): SamplePerson {
  const text = readFileSync(join(samplePack, 'attendees.csv'), 'utf8');
  const rows = z.array(rowSchema).parse(parse(text, { columns: true, bom: true }));
  const row = rows.filter((each) => each.language === language)[place];
  if (!row) throw new Error(`The sample list has no ${place + 1} people who read ${language}.`);
  return { code: row.code, own: row.name_own, latin: row.name_latin, email: row.email };
}
