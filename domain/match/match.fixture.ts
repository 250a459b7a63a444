import fc from 'fast-check';
import type { EventDetails } from '../event.ts';
import { jobLevels, type Job } from '../job.ts';
import { listFields } from './fields.ts';
import type { MatchPlace } from './fit-matter.ts';
import { matters, type Wishes } from './wishes.ts';

export const fields = listFields({
  functions: [],
  interests: [
    { id: 'analog', name: { en: 'Analog & RF', 'zh-Hant': '模擬與射頻' } },
    { id: 'verification', name: { en: 'Verification', 'zh-Hant': '驗證' }, words: ['UVM', 'testbench'] },
  ] satisfies EventDetails['interests'],
});

export const place: MatchPlace = {
  day: '2025-05-30',
  research: 'research',
  secondsTo: new Map([
    ['near', 12],
    ['far', 80],
  ]),
};

export function createJob(part: Partial<Job>): Job {
  return {
    id: 'J1',
    company: 'far',
    languages: [],
    skills: [],
    title: { en: 'Engineer' },
    text: { en: 'Work.' },
    ...part,
  };
}

const skills = ['systemverilog', 'uvm', 'python', 'c++', '半導體'];

/** Jobs of which every wish below can be met or missed. */
export const anyJob: fc.Arbitrary<Job> = fc.record({
  id: fc.uuid(),
  company: fc.constantFrom('near', 'far', 'elsewhere'),
  function: fc.constantFrom('research', 'design'),
  level: fc.constantFrom(...jobLevels),
  contract: fc.constantFrom('full-time', 'fixed-term'),
  languages: fc.subarray(['en', 'yue', 'cmn']),
  skills: fc.subarray(skills),
  posted: fc.constantFrom('2025-05-01', '2025-05-28'),
  title: fc.constantFrom({ en: 'Analog Engineer' }, { en: 'Verification Lead' }, { 'zh-Hant': '射頻工程師' }),
  text: fc.constantFrom({ en: 'Some work with a testbench.' }, { en: 'Night shift.' }, { 'zh-Hant': '需輪班。' }),
});

export const anyWishes: fc.Arbitrary<Wishes> = fc.record({
  field: fc.constantFrom(null, 'analog', 'verification'),
  level: fc.constantFrom(null, ...jobLevels),
  skills: fc.subarray(skills),
  languages: fc.subarray(['en', 'yue', 'cmn']),
  matters: fc.subarray([...matters]),
});
