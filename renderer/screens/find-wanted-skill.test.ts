import { expect, test } from 'vitest';
import type { Job } from '../../domain/job.ts';
import { findWantedSkill } from './find-wanted-skill.ts';

const job = (company: string, skills: string[]): Job => ({
  id: `${company}-${skills.join('-')}`,
  company,
  languages: [],
  skills,
  title: { en: 'Engineer' },
  text: { en: 'Work.' },
});

test('the skill that most companies want, however many jobs one of them has', () => {
  const jobs = [job('a', ['Python']), job('a', ['Python', 'C']), job('a', ['Python', 'VHDL']), job('b', ['VHDL'])];
  expect(findWantedSkill(jobs)).toBe('VHDL');
  expect(findWantedSkill(jobs.toReversed())).toBe('VHDL');
});

test('none where no job names one, and none that makes a long question', () => {
  expect(findWantedSkill([job('a', [])])).toBeNull();
  expect(findWantedSkill([job('a', ['semiconductor device physics'])])).toBeNull();
});
