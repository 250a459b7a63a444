import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Job } from '../../domain/job.ts';
import { someContent, someWord } from './arbitrary-content.fixture.ts';
import { createCatalogueIndex } from './catalogue-index.ts';
import { valuesOf } from './facet-columns.ts';
import { facetNames, noFacets, type FacetName, type Facets, type SearchQuery } from './query.ts';
import { simplify } from '../../domain/text/simplify.ts';

const someFacets: fc.Arbitrary<Facets> = fc.record({
  function: fc.subarray(['f1', 'f2', 'f3']),
  level: fc.subarray(['intern', 'senior']),
  company: fc.subarray(['one', 'two']),
  contract: fc.subarray(['full-time']),
  language: fc.subarray(['en', 'yue', 'de']),
  place: fc.subarray(['Here', '那邊']),
});
const someQuery: fc.Arbitrary<SearchQuery> = fc.record({
  text: fc.array(someWord, { maxLength: 3 }).map((words) => words.join(' ')),
  facets: fc.oneof(fc.constant(noFacets), someFacets),
});

const textOf = ({ title, text, skills }: Job) =>
  simplify([...Object.values(title), ...Object.values(text), ...skills].join('\n').toLowerCase());
/** What a scan from the first to the last letter finds. */
const contains = (job: Job, word: string) => textOf(job).includes(simplify(word.toLowerCase()));
const fits = (job: Job, facets: Facets, besides?: FacetName) =>
  facetNames.every(
    (name) =>
      name === besides ||
      facets[name].length === 0 ||
      valuesOf(job, name).some((value) => facets[name].includes(value)),
  );

test('whatever contains all words that were typed is found, and nothing twice', () => {
  fc.assert(
    fc.property(someContent, fc.array(someWord, { minLength: 1, maxLength: 3 }), (content, words) => {
      const found = createCatalogueIndex(content)
        .search({ text: words.join(' '), facets: noFacets })
        .jobs.map(({ id }) => id);
      expect(new Set(found).size).toBe(found.length);
      const expected = content.jobs.filter((job) => words.every((word) => contains(job, word)));
      expect(found).toEqual(expect.arrayContaining(expected.map(({ id }) => id)));
    }),
    { numRuns: 60 },
  );
});

test('the beginning of any word finds what has the word', () => {
  fc.assert(
    fc.property(someContent, someWord, fc.nat(), (content, word, length) => {
      const letters = Array.from(word);
      const begun = letters.slice(0, 1 + (length % letters.length)).join('');
      const found = createCatalogueIndex(content).search({ text: begun, facets: noFacets });
      // A dot alone is no word: everything is shown.
      const expected = content.jobs.filter((job) => contains(job, word)).map(({ id }) => id);
      expect(found.jobs.map(({ id }) => id)).toEqual(expect.arrayContaining(expected));
    }),
    { numRuns: 60 },
  );
});

test('counts are those of a scan: each value as if it were chosen, the other facets as they are', () => {
  fc.assert(
    fc.property(someContent, someQuery, (content, query) => {
      const index = createCatalogueIndex(content);
      const found = new Set(index.search({ ...query, facets: noFacets }).jobs.map(({ id }) => id));
      const answer = index.search(query);
      const jobs = content.jobs.filter(({ id }) => found.has(id));
      expect(answer.jobs.map(({ id }) => id).toSorted()).toEqual(
        jobs
          .filter((job) => fits(job, query.facets))
          .map(({ id }) => id)
          .toSorted(),
      );
      for (const name of facetNames) {
        const counts: Record<string, number> = {};
        for (const job of jobs.filter((each) => fits(each, query.facets, name))) {
          for (const value of valuesOf(job, name)) counts[value] = (counts[value] ?? 0) + 1;
        }
        expect(answer.counts[name]).toEqual(counts);
      }
    }),
    { numRuns: 60 },
  );
});

test('never a dead end: no job is found only with ways out, and each finds what it says', () => {
  fc.assert(
    fc.property(someContent, someQuery, (content, query) => {
      const index = createCatalogueIndex(content);
      const { jobs, relaxations } = index.search(query);
      if (jobs.length > 0 || content.jobs.length === 0) expect(relaxations).toEqual([]);
      else expect(relaxations).not.toEqual([]);
      for (const { query: other, count } of relaxations) {
        expect(count).toBeGreaterThan(0);
        expect(index.search(other).jobs).toHaveLength(count);
      }
    }),
    { numRuns: 60 },
  );
});
