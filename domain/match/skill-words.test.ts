import { expect, test } from 'vitest';
import { createJob, fields, place } from './match.fixture.ts';
import { rankJobs } from './rank-jobs.ts';
import { listSkillSuggestions } from './skill-suggestions.ts';
import { createSkillWords } from './skill-words.ts';
import { noWishes } from './wishes.ts';

const skillWords = createSkillWords([
  { id: 'sv', label: { en: 'SystemVerilog' }, alternatives: ['SV', 'System Verilog'] },
  { id: 'packaging', label: { en: 'IC packaging', 'zh-Hant': '晶片封裝' }, alternatives: ['SV'] },
]);

test('one id for all that a skill is called, and its own writing for one that the pack does not know', () => {
  expect(['SystemVerilog', 'ＳＶ', 'system  verilog', '晶片封裝', 'Rust'].map(skillWords.idOf)).toEqual([
    'sv',
    'sv',
    'sv',
    'packaging',
    'rust',
  ]);
  expect(skillWords.nameOf('packaging')).toEqual({ en: 'IC packaging', 'zh-Hant': '晶片封裝' });
  expect(skillWords.nameOf('rust')).toBeNull();
});

test('a suggestion counts all writings, and a job that uses another fits it', () => {
  const jobs = [
    createJob({ id: 'short', skills: ['SV'] }),
    createJob({ id: 'long', skills: ['SystemVerilog'] }),
    createJob({ id: 'told', text: { 'zh-Hant': '熟悉晶片封裝' } }),
  ];
  expect(listSkillSuggestions({ jobs, field: null, skillWords })).toEqual([{ id: 'sv', name: 'SV', count: 2 }]);
  const matches = rankJobs({ jobs, fields, place, skillWords, wishes: { ...noWishes, skills: ['sv', 'packaging'] } });
  expect(matches.map(({ job, reasons }) => [job.id, reasons])).toEqual([
    ['long', [{ kind: 'skills', skills: ['sv'] }]],
    ['short', [{ kind: 'skills', skills: ['sv'] }]],
    ['told', [{ kind: 'skills', skills: ['packaging'] }]],
  ]);
});
