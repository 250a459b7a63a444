import fc from 'fast-check';
import { jobContracts, jobLevels, type Job } from '../../domain/job.ts';
import type { SearchContent } from './content.ts';

/** Words that are no stop words, negators or synonyms, so that a naive scan knows what each means. */
const latin = [
  'kestrel',
  'orchid',
  'larkspur',
  'lar',
  'risc-v',
  'c++',
  'c#',
  '.net',
  '5g',
  'würmfeld',
  'zephyr',
  'qfn',
];
const han = ['薄膜', '晶振', '水龍頭', '雷鋒', '山', '海港', '臺', '龍門陣'];
export const someWord = fc.constantFrom(...latin, ...han);

const someText = fc.array(someWord, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

const someJob: fc.Arbitrary<Omit<Job, 'id'>> = fc.record({
  company: fc.constantFrom('one', 'two'),
  title: someText.map((text) => ({ en: text })),
  text: someText.map((text) => ({ 'zh-Hant': text })),
  skills: fc.array(someWord, { maxLength: 2 }),
  languages: fc.uniqueArray(fc.constantFrom('en', 'yue', 'cmn')),
  function: fc.constantFrom('f1', 'f2', undefined),
  level: fc.constantFrom(...jobLevels, undefined),
  contract: fc.constantFrom(...jobContracts, undefined),
  place: fc.constantFrom({ en: 'Here' }, { 'zh-Hant': '那邊' }, undefined),
  posted: fc.constantFrom('2025-05-01', '2025-05-02', undefined),
});

/** Jobs alone; what a scan must find is in their titles, texts and skills. */
export const someContent: fc.Arbitrary<SearchContent> = fc.array(someJob, { maxLength: 12 }).map((jobs) => ({
  jobs: jobs.map((job, index) => ({ ...job, id: `job-${index}` })),
  companies: [],
  sessions: [],
  floorPlan: null,
  synonyms: [],
  functions: [],
}));
