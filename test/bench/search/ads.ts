import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { jobLevels, type Job } from '../../../domain/job.ts';
import type { Localised } from '../../../domain/localised.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/jobs/', import.meta.url));

/** Whether the real ads are on this machine. */
export const hasAds = existsSync(folder);

const taiwanSchema = z.object({
  title: z.string(),
  company: z.string(),
  content: z.string(),
  other_condition: z.string(),
  post_date: z.string(),
});
const mainlandSchema = z.object({
  job: z.string(),
  company: z.string(),
  address: z.string(),
  des: z.string(),
  qua: z.string(),
  req: z.string(),
});
const englishSchema = z.object({
  Title: z.string(),
  Company: z.string(),
  Location: z.string(),
  Responsibilities: z.string(),
  'Minimum Qualifications': z.string(),
  'Preferred Qualifications': z.string(),
});

/** Ads with their full texts: 2,065 from Taiwan, 677 from the mainland, 1,250 in English, mixed. */
export function readAds(): Job[] {
  const read = (file: string) => readFileSync(`${folder}${file}`, 'utf8');
  const lines = read('zh-hant-semiconductor.jsonl').split('\n').filter(Boolean);
  const taiwan = lines.map((line) => taiwanSchema.parse(JSON.parse(line)));
  const mainland = z.array(mainlandSchema).parse(parse(read('zh-hans-lagou.csv'), { columns: true, bom: true }));
  const english = z.array(englishSchema).parse(parse(read('en-descriptions.csv'), { columns: true, bom: true }));
  const ads: Omit<Job, 'id'>[] = [
    ...taiwan.map((ad) => ({
      ...draft(ad.company, { 'zh-Hant': ad.title }, { 'zh-Hant': `${ad.content}\n${ad.other_condition}` }),
      posted: /\d{4}-\d{2}-\d{2}/u.exec(ad.post_date)?.[0],
    })),
    ...mainland.map((ad) => ({
      ...draft(ad.company, { 'zh-Hans': ad.job }, { 'zh-Hans': `${ad.des}\n${ad.qua}\n${ad.req}` }),
      place: { 'zh-Hans': ad.address },
    })),
    ...english.map((ad) => ({
      ...draft(
        ad.Company,
        { en: ad.Title },
        { en: [ad.Responsibilities, ad['Minimum Qualifications'], ad['Preferred Qualifications']].join('\n') },
      ),
      place: { en: ad.Location },
    })),
  ];
  // A stride that shares no factor with their number visits each once, and mixes the three.
  return ads.map((_, index) => ({ ...(ads[(index * 1009) % ads.length] ?? fail()), id: `ad-${index}` }));
}

function draft(company: string, title: Localised, text: Localised): Omit<Job, 'id'> {
  return { company, title, text, languages: ['en'], skills: [], level: jobLevels[company.length % jobLevels.length] };
}

function fail(): never {
  throw new Error('a stride beyond the list');
}

/** As many jobs as wanted, from the first on and over again with other ids. */
export function multiply(jobs: readonly Job[], count: number): Job[] {
  return Array.from({ length: count }, (_, index) => ({
    ...(jobs[index % jobs.length] ?? fail()),
    id: `job-${index}`,
  }));
}
