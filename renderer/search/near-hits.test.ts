import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Job } from '../../domain/job.ts';
import { someContent, someWord } from './arbitrary-content.fixture.ts';
import { createCatalogueIndex } from './catalogue-index.ts';
import type { SearchContent } from './content.ts';
import { kinds } from './documents.ts';
import { mostWithNear } from './near-hits.ts';
import { emptyQuery, noFacets, type Hit, type SearchQuery } from './query.ts';

const idsOf = (hits: readonly Hit[]) => hits.map(({ id }) => id);
const someWords = fc.uniqueArray(someWord, { minLength: 2, maxLength: 3 });
const isHan = (word: string) => /^\p{Script=Han}/u.test(word);
const wordsOf = ({ title, text, skills }: Job) => [
  ...[...Object.values(title), ...Object.values(text)].flatMap((each = '') => each.split(' ')),
  ...skills,
];

test('what fits some words fits one of them alone, fits not all, and is ten with what does at most', () => {
  fc.assert(
    fc.property(someContent, someWords, fc.subarray(['one', 'two']), (content, words, company) => {
      const index = createCatalogueIndex(content);
      const find = (text: string) => index.search({ text, facets: { ...noFacets, company } });
      const { jobs, near } = find(words.join(' '));
      const full = new Set(idsOf(jobs));
      const ofOne = new Set(words.flatMap((word) => idsOf(find(word).jobs)));
      expect(idsOf(near.jobs).filter((id) => full.has(id) || !ofOne.has(id))).toEqual([]);
      expect(new Set(idsOf(near.jobs)).size).toBe(near.jobs.length);
      if (near.jobs.length > 0) expect(near.jobs.length + jobs.length).toBeLessThanOrEqual(mostWithNear);
    }),
    { numRuns: 100 },
  );
});

test('what is not wanted is not near either, wherever it is said', () => {
  fc.assert(
    fc.property(someContent, someWords, someWord, fc.boolean(), (content, words, unwanted, isFirst) => {
      fc.pre(!words.includes(unwanted));
      const denied = isHan(unwanted) ? `不要${unwanted}` : `not ${unwanted}`;
      const text = (isFirst ? [denied, ...words] : [...words, denied]).join(' ');
      const near = new Set(idsOf(createCatalogueIndex(content).search({ ...emptyQuery, text }).near.jobs));
      expect(content.jobs.filter((job) => near.has(job.id) && wordsOf(job).includes(unwanted))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('nothing typed, or one word: nothing is near', () => {
  fc.assert(
    fc.property(someContent, fc.option(someWord, { nil: '' }), (content, text) => {
      const { near } = createCatalogueIndex(content).search({ ...emptyQuery, text });
      for (const kind of kinds) expect(near[kind]).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

const job = (id: string, title: string, part: Partial<Job> = {}): Job => ({
  id,
  company: 'one',
  languages: [],
  skills: [],
  title: { en: title },
  text: { en: 'Work.' },
  ...part,
});
const others = Array.from({ length: 20 }, (_, index) => job(`other-${index}`, 'Engineer'));
const content: SearchContent = {
  jobs: [
    job('body', 'Engineer', { text: { en: 'Now and then a laser.' }, company: 'two' }),
    job('two-words', 'Laser Technician'),
    job('one-word', 'Technician'),
    job('title', 'Laser Engineer', { company: 'two' }),
    ...others,
  ],
  companies: [{ id: 'lasers', name: { en: 'Laser House' }, stands: [] }],
  sessions: [
    {
      id: 'practice',
      kind: 'workshop',
      start: '2025-05-30T10:00',
      end: '2025-05-30T11:00',
      speakers: [],
      title: { en: 'Interview practice' },
    },
  ],
  floorPlan: {
    type: 'FeatureCollection',
    coordinateSystem: 'metres',
    features: [
      {
        type: 'Feature',
        properties: { id: 'room', kind: 'room', name: { en: 'Laser room' } },
        geometry: { type: 'Point', coordinates: [0, 0] },
      },
    ],
  },
  synonyms: [],
  functions: [],
};
const index = createCatalogueIndex(content);
const search = (text: string, query: Partial<SearchQuery> = {}) => index.search({ ...emptyQuery, text, ...query });

test('more of the words first, then the rarer, then where it stands; what all have says nothing alone', () => {
  const { jobs, near } = search('laser technician xyzzy');
  expect(idsOf(jobs)).toEqual([]);
  expect(idsOf(near.jobs)).toEqual(['two-words', 'one-word', 'title', 'body']);
  expect(search('engineer xyzzy').near.jobs).toEqual([]);
  expect(idsOf(search('laser engineer').near.jobs)).toEqual(['two-words']);
});

test('each kind has its own, also where another is found', () => {
  const { jobs, companies, near } = search('laser technician');
  expect(idsOf(jobs)).toEqual(['two-words']);
  expect(companies).toEqual([]);
  expect(idsOf(near.companies)).toEqual(['lasers']);
  expect(idsOf(near.places)).toEqual(['room']);
  expect(idsOf(search('mock interview').near.sessions)).toEqual(['practice']);
});

test('facets narrow what is near, and neither counts nor ways out know of it', () => {
  const { near, counts, relaxations } = search('laser xyzzy', { facets: { ...noFacets, company: ['two'] } });
  expect(idsOf(near.jobs)).toEqual(['title', 'body']);
  expect(counts.company).toEqual({});
  expect(relaxations.length).toBeGreaterThan(0);
});

test('ten that fit all words leave room for no other', () => {
  const tools = Array.from({ length: mostWithNear }, (_, each) => job(`tool-${each}`, 'Laser tools'));
  const full = createCatalogueIndex({ ...content, jobs: [...tools, ...content.jobs] });
  expect(full.search({ ...emptyQuery, text: 'laser tools' }).near.jobs).toEqual([]);
});
