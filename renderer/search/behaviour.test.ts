import { expect, test } from 'vitest';
import type { Job } from '../../domain/job.ts';
import { createCatalogueIndex } from './catalogue-index.ts';
import type { SearchContent } from './content.ts';
import { noFacets } from './query.ts';
import synonyms from './synonyms.json' with { type: 'json' };

const job = (id: string, title: string, part: Partial<Job> = {}): Job => ({
  id,
  company: 'one',
  languages: [],
  skills: [],
  title: { en: title },
  text: { en: 'Work.' },
  ...part,
});
const bodyOf = (en: string) => ({ text: { en } });

function search(content: Partial<SearchContent>, text: string) {
  const all = { jobs: [], companies: [], sessions: [], floorPlan: null, synonyms: [], functions: [], ...content };
  return createCatalogueIndex(all).search({ text, facets: noFacets });
}
const findIn = (jobs: readonly Job[], text: string) => search({ jobs }, text).jobs.map(({ id }) => id);

test('title before skill before company before body', () => {
  const jobs = [
    job('body', 'Engineer', bodyOf('Photonics and photonics and again photonics.')),
    job('company', 'Engineer', { company: 'light' }),
    job('skill', 'Engineer', { skills: ['Photonics'] }),
    job('title', 'Photonics engineer for a long list of other things, too'),
  ];
  const companies = [{ id: 'light', name: { en: 'Photonics House' }, stands: [] }];
  expect(search({ jobs, companies }, 'photonics').jobs.map(({ id }) => id)).toEqual([
    'title',
    'skill',
    'company',
    'body',
  ]);
});

test('the word before a beginning before a slip, and the newest first among equals', () => {
  const jobs = [
    job('beginning', 'Tester'),
    job('old', 'Test', { posted: '2025-05-01' }),
    job('new', 'Test', { posted: '2025-05-20' }),
  ];
  expect(findIn(jobs, 'test')).toEqual(['new', 'old', 'beginning']);
  expect(findIn([job('slip', 'Compiler'), job('word', 'Compilor')], 'compilor')[0]).toBe('word');
});

test('a title that is what was typed stands first', () => {
  const jobs = [job('longer', 'Senior Design Engineer, Test'), job('same', 'Test Design Engineer')];
  expect(findIn(jobs, 'test design engineer')).toEqual(['same', 'longer']);
});

test('C is not C++, and C++ is not C#', () => {
  const jobs = [job('c', 'Developer', { skills: ['C'] }), job('plus', 'Developer', { skills: ['C++'] })];
  expect(findIn(jobs, 'c')).toEqual(['c', 'plus']);
  expect(findIn(jobs, 'c++')).toEqual(['plus']);
  expect(findIn(jobs, 'c#')).toEqual([]);
});

test('a sentence is its words: what is not wanted is left out, unless a job says that it has none', () => {
  const jobs = [
    job('night', 'Chip tester', { languages: ['en'], ...bodyOf('Night shifts are paid.') }),
    job('none', 'Chip designer', { languages: ['en'], ...bodyOf('There are no night shifts.') }),
    job('day', 'Chip engineer', { languages: ['en'], ...bodyOf('We go home at six.') }),
    job('other', 'Chip engineer', { languages: ['cmn'], ...bodyOf('We go home at six.') }),
  ];
  expect(findIn(jobs, 'something with chips in english not nights').toSorted()).toEqual(['day', 'none']);
  expect(findIn(jobs, '不要夜班').toSorted()).toEqual(['day', 'none', 'other']);
});

test('stands by label, amenities by any word, sessions by title', () => {
  const content: Partial<SearchContent> = {
    companies: [{ id: 'one', name: { en: 'One' }, stands: ['C03'] }],
    sessions: [
      {
        id: 'cv',
        kind: 'workshop',
        start: '2025-05-30T10:00',
        end: '2025-05-30T11:00',
        speakers: ['Ada Wong'],
        title: { en: 'CV clinic', 'zh-Hant': '履歷診所' },
      },
    ],
    floorPlan: {
      type: 'FeatureCollection',
      coordinateSystem: 'metres',
      features: (['stand', 'toilet'] as const).map((kind) => ({
        type: 'Feature',
        properties: { id: kind, kind, ...(kind === 'stand' ? { label: 'C03' } : {}) },
        geometry: { type: 'Point', coordinates: [0, 0] },
      })),
    },
  };
  const ids = (text: string) => {
    const { companies, sessions, places } = search(content, text);
    return [companies, sessions, places].map((hits) => hits.map(({ id }) => id));
  };
  expect(ids('c03')).toEqual([['one'], [], ['stand']]);
  for (const typed of ['toilet', 'wc', '洗手間', '厕所', 'cesuo', 'sai sau gaan']) {
    expect(ids(typed), typed).toEqual([[], [], ['toilet']]);
  }
  for (const typed of ['resume', '简历', 'cv', 'ada']) expect(ids(typed), typed).toEqual([[], ['cv'], []]);
});

test('ways out: without a word, or as it is spelt; the nearest first', () => {
  const jobs = [job('one', 'Verification engineer'), job('two', 'Test engineer')];
  const waysOut = (text: string) =>
    search({ jobs }, text).relaxations.map(({ dropped, query, count }) => ({ dropped, text: query.text, count }));
  expect(waysOut('verification singer')).toEqual([
    { dropped: { kind: 'words', words: ['singer'] }, text: 'verification', count: 1 },
  ]);
  expect(waysOut('vrfctin')).toContainEqual({ dropped: { kind: 'words', words: ['vrfctin'] }, text: '', count: 2 });
  expect(waysOut('tesxxt')).toContainEqual({
    dropped: { kind: 'spelling', word: 'tesxxt', instead: 'test' },
    text: 'test',
    count: 1,
  });
});

test('marks are in the letters of the documents', () => {
  const jobs = [job('one', 'IC designer', { title: { 'zh-Hant': '集成電路設計師' } })];
  expect(search({ jobs }, '集成电路').jobs[0]?.matched).toContain('集成電路');
  expect(search({ jobs }, 'jichengdianlu').jobs[0]?.matched).toContain('集成電路');
});

test('the synonyms are groups of words, none twice in its group', () => {
  expect(synonyms.groups.length).toBeGreaterThan(250);
  for (const group of synonyms.groups) {
    expect(group.length).toBeGreaterThan(1);
    expect(new Set(group).size, group.join(' ')).toBe(group.length);
  }
});
