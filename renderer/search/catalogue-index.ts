import MiniSearch from 'minisearch';
import type { Job } from '../../domain/job.ts';
import type { Localised } from '../../domain/localised.ts';
import type { SearchContent } from './content.ts';
import { facetNames, noFacets } from './query.ts';
import type { FacetName, Hit, Relaxation, SearchAnswer, SearchQuery } from './query.ts';
import { tokenize, tokenizeQuery } from './tokens.ts';

export interface CatalogueIndex {
  search(query: SearchQuery): SearchAnswer;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly text: string;
}

/** An index over jobs, companies, sessions and places in all of their languages. */
export function createCatalogueIndex(content: SearchContent): CatalogueIndex {
  const { companies, sessions } = content;
  const jobs = content.jobs.toSorted((a, b) => (b.posted ?? '').localeCompare(a.posted ?? ''));
  const places = content.floorPlan?.features.map(({ properties }) => properties) ?? [];
  const companyNames = new Map(companies.map(({ id, name }) => [id, allTexts(name)]));
  const indexes = {
    jobs: createIndex(
      jobs.map((job) => ({
        id: job.id,
        title: [allTexts(job.title), ...job.skills].join('\n'),
        company: companyNames.get(job.company) ?? '',
        text: allTexts(job.text),
      })),
    ),
    companies: createIndex(
      companies.map(({ id, name, about, stands }) => ({
        id,
        title: allTexts(name),
        company: stands.join('\n'),
        text: allTexts(about),
      })),
    ),
    sessions: createIndex(
      sessions.map(({ id, title, speakers, text }) => ({
        id,
        title: allTexts(title),
        company: speakers.join('\n'),
        text: allTexts(text),
      })),
    ),
    places: createIndex(
      places
        .filter(({ kind, name, label }) => kind !== 'walkway' && (name ?? label) !== undefined)
        .map(({ id, name, label, kind }) => ({
          id,
          title: `${allTexts(name)}\n${label ?? ''}`,
          company: kind,
          text: '',
        })),
    ),
  };

  const findJobs = (text: string): readonly Job[] => {
    if (tokenizeQuery(text).length === 0) return jobs;
    const scores = new Map(indexes.jobs.search(text).map((hit) => [hit.id as string, hit.score]));
    return jobs
      .filter(({ id }) => scores.has(id))
      .toSorted((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
  };
  const count = (query: SearchQuery) => findJobs(query.text).filter((job) => fits(job, query)).length;
  const relax = (query: SearchQuery): readonly Relaxation[] => {
    const words = query.text.split(/\s+/u).filter((word) => word !== '');
    const candidates: Omit<Relaxation, 'count'>[] = [
      ...facetNames
        .filter((name) => query.facets[name].length > 0)
        .map((name) => ({
          query: { ...query, facets: { ...query.facets, [name]: [] } },
          dropped: { kind: 'facet' as const, name },
        })),
      ...(words.length > 1 ? words : []).map((word) => ({
        query: { ...query, text: words.filter((other) => other !== word).join(' ') },
        dropped: { kind: 'words' as const, words: [word] },
      })),
      { query: { ...query, text: '' }, dropped: { kind: 'words' as const, words } },
      { query: { ...query, facets: noFacets, text: '' }, dropped: { kind: 'words' as const, words } },
    ];
    const counted = candidates.map((candidate) => ({ ...candidate, count: count(candidate.query) }));
    return counted.filter((candidate) => candidate.count > 0).slice(0, 4);
  };
  return {
    search(query) {
      const matched = query.text.split(/\s+/u).filter((word) => word !== '');
      const hits = (index: MiniSearch<Entry>): Hit[] =>
        matched.length === 0 ? [] : index.search(query.text).map(({ id }) => ({ id: id as string, matched }));
      const found = findJobs(query.text);
      const wanted = found.filter((job) => fits(job, query));
      return {
        jobs: wanted.map(({ id }) => ({ id, matched })),
        companies: hits(indexes.companies),
        sessions: hits(indexes.sessions),
        places: hits(indexes.places),
        counts: Object.fromEntries(
          facetNames.map((name) => [name, countValues(found, name, query)]),
        ) as SearchAnswer['counts'],
        relaxations: wanted.length === 0 ? relax(query) : [],
      };
    },
  };
}

function createIndex(entries: readonly Entry[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    fields: ['title', 'company', 'text'],
    tokenize,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: tokenizeQuery,
      combineWith: 'AND',
      boost: { title: 4, company: 3 },
      prefix: true,
      // A word of four letters or more may have one wrong in five; Han pairs must be exact.
      fuzzy: (term) => (term.length >= 4 && /^[a-z]+$/.test(term) ? 0.2 : false),
      weights: { fuzzy: 0.2, prefix: 0.6 },
    },
  });
  index.addAll(entries);
  return index;
}

function countValues(found: readonly Job[], name: FacetName, query: SearchQuery): Record<string, number> {
  const others = { ...query, facets: { ...query.facets, [name]: [] } };
  const counts: Record<string, number> = {};
  for (const job of found.filter((each) => fits(each, others))) {
    for (const value of valuesOf(job, name)) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function fits(job: Job, { facets }: SearchQuery): boolean {
  return facetNames.every(
    (name) => facets[name].length === 0 || valuesOf(job, name).some((value) => facets[name].includes(value)),
  );
}

/** What a job has of a facet; its place in English, or else in the first language that it is given in. */
export function valuesOf(job: Job, name: FacetName): readonly string[] {
  switch (name) {
    case 'language':
      return job.languages;
    case 'place': {
      const place = job.place?.en ?? Object.values(job.place ?? {})[0];
      return place === undefined ? [] : [place];
    }
    case 'function':
    case 'level':
    case 'company':
    case 'contract': {
      const value = job[name];
      return value === undefined ? [] : [value];
    }
  }
}

function allTexts(text: Localised | undefined): string {
  return Object.values(text ?? {}).join('\n');
}
