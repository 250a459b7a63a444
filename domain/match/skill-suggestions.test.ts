import { expect, test } from 'vitest';
import { createJob, fields } from './match.fixture.ts';
import { listSkillSuggestions, needsSkill } from './skill-suggestions.ts';

const verification = fields.find(({ id }) => id === 'verification') ?? null;
const jobs = [
  createJob({ id: '1', title: { en: 'Verification Engineer' }, skills: ['UVM', 'Python'] }),
  createJob({ id: '2', title: { en: 'Verification Lead' }, skills: ['uvm', 'Python'] }),
  createJob({ id: '3', title: { en: 'Verification Intern' }, skills: ['UVM', 'Python', 'Python '] }),
  createJob({ id: '4', title: { en: 'RF Engineer' }, skills: ['Python', 'Smith chart'] }),
  createJob({ id: '5', title: { en: 'Buyer' }, skills: ['Python'] }),
];

test('what only this field needs comes before what all need', () => {
  expect(listSkillSuggestions({ jobs, field: verification })).toEqual([
    { id: 'uvm', name: 'UVM', count: 3 },
    { id: 'python', name: 'Python', count: 3 },
  ]);
});

test('without a field: by the number of jobs, in whatever order they come', () => {
  const names = (list: typeof jobs) => listSkillSuggestions({ jobs: list, field: null }).map(({ name }) => name);
  expect(names(jobs)).toEqual(['Python', 'UVM', 'Smith chart']);
  expect(names(jobs.toReversed())).toEqual(names(jobs));
});

test('a field whose jobs name no skills has those of all', () => {
  const analog = fields.find(({ id }) => id === 'analog') ?? null;
  const silent = [...jobs.slice(0, 3), createJob({ id: '6', title: { en: 'Analog Designer' } })];
  expect(listSkillSuggestions({ jobs: silent, field: analog }).map(({ name }) => name)).toEqual(['Python', 'UVM']);
});

test('no skills, no suggestions', () => {
  expect(listSkillSuggestions({ jobs: [createJob({})], field: null })).toEqual([]);
});

test('a job needs what it lists or speaks of, and not what is a part of another word', () => {
  expect(needsSkill(createJob({ skills: ['ＵＶＭ'] }), 'uvm')).toBe(true);
  expect(needsSkill(createJob({ text: { en: 'C++ on RISC-V.' } }), 'c++')).toBe(true);
  expect(needsSkill(createJob({ text: { 'zh-Hant': '熟悉UVM驗證' } }), 'uvm')).toBe(true);
  expect(needsSkill(createJob({ text: { en: 'A surface' } }), 'rf')).toBe(false);
});
