import { expect, test } from 'vitest';
import type { Company } from '../../domain/company.ts';
import type { Job } from '../../domain/job.ts';
import { createCatalogueIndex } from './catalogue-index.ts';
import { emptyQuery, noFacets, type Facets } from './query.ts';

const companies: Company[] = [
  { id: 'wurmfeld', name: { en: 'Würmfeld Analog', 'zh-Hant': '沃姆菲爾德模擬' }, stands: ['C03'] },
  { id: 'pearl', name: { en: 'Pearl River Devices', 'zh-Hans': '珠江器件' }, stands: [] },
];
const job = (id: string, part: Partial<Job>): Job => ({
  id,
  company: 'wurmfeld',
  languages: [],
  skills: [],
  title: { en: 'Engineer' },
  text: { en: 'Work with us.' },
  ...part,
});
const jobs: Job[] = [
  job('analog', {
    title: {
      en: 'Analog IC Design Engineer',
      'zh-Hant': '模擬集成電路設計工程師',
      'zh-Hans': '模拟集成电路设计工程师',
    },
    function: 'design',
    posted: '2025-05-01',
  }),
  job('firmware', {
    company: 'pearl',
    title: { en: 'Firmware Engineer' },
    text: { en: 'C++ on RISC-V; you know what an analog front end is.' },
    function: 'design',
    posted: '2025-05-12',
  }),
  job('yield', {
    company: 'pearl',
    title: { en: 'Yield Engineer' },
    text: { 'zh-Hant': '分析半導體良率' },
    function: 'manufacturing',
  }),
];
const index = createCatalogueIndex({
  jobs,
  companies,
  sessions: [],
  floorPlan: null,
  synonyms: [['良率', 'yield rate']],
  functions: [],
});
const find = (text: string, facets: Partial<Facets> = {}) =>
  index.search({ ...emptyQuery, text, facets: { ...noFacets, ...facets } }).jobs.map(({ id }) => id);

test('nothing typed: all, the newest first', () => {
  expect(find('')).toEqual(['firmware', 'analog', 'yield']);
});

test('a title counts more than a text', () => {
  expect(find('analog')).toEqual(['analog', 'firmware']);
});

test('found as typed, from the first letters, in all three languages', () => {
  expect(find('f')).toEqual(['firmware']);
  expect(find('firm')).toEqual(['firmware']);
  expect(find('集成電路')).toEqual(['analog']);
  expect(find('集成电路')).toEqual(['analog']);
  expect(find('半導')).toEqual(['yield']);
  expect(find('率')).toEqual(['yield']);
});

test('by company in any of its names', () => {
  expect(find('wurmfeld')).toEqual(['analog']);
  expect(find('珠江')).toEqual(['firmware', 'yield']);
});

test('a slip of the finger is forgiven, a sign is not dropped', () => {
  expect(find('firmwear')).toEqual(['firmware']);
  expect(find('c++')).toEqual(['firmware']);
});

test('every word must fit, and so must the filters', () => {
  expect(find('yield firmware')).toEqual([]);
  expect(find('engineer', { function: ['manufacturing'] })).toEqual(['yield']);
  expect(find('', { company: ['pearl'], function: ['design'] })).toEqual(['firmware']);
});

test('by its sound, in Jyutping and Pinyin, with and without blanks and tones', () => {
  for (const typed of [
    'jicheng dianlu',
    'jichengdianlu',
    'ji cheng dian lu',
    'zaap sing din lou',
    'zaap6 sing4 din6',
  ]) {
    expect(find(typed), typed).toEqual(['analog']);
  }
});

test('what means the same is marked in both scripts', () => {
  const { matched = [] } = index.search({ ...emptyQuery, text: 'analog' }).jobs[0] ?? {};
  expect(matched).toEqual(expect.arrayContaining(['analog', '模擬', '模拟']));
});

test("what means the same, by Foyer's words and the event's own", () => {
  expect(find('integrated circuit')).toEqual(['analog']);
  expect(find('積體電路')).toEqual(['analog']);
  expect(find('yield rate')).toEqual(['yield']);
});
