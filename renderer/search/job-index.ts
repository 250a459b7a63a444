import MiniSearch from 'minisearch';
import type { Company } from '../../domain/company.ts';
import type { Job } from '../../domain/job.ts';
import type { Localised } from '../../domain/localised.ts';
import { tokenize, tokenizeQuery } from './tokens.ts';

export interface JobQuery {
  readonly text: string;
  readonly function: string | null;
  readonly company: string | null;
}

export interface JobIndex {
  /** Ids of the jobs that have every word, best first; all jobs, newest first, when nothing is typed. */
  find(query: JobQuery): string[];
}

/** An index over title, company and text of every job in all of its languages. */
export function createJobIndex(jobs: readonly Job[], companies: readonly Company[]): JobIndex {
  const companyNames = new Map(companies.map((company) => [company.id, allTexts(company.name)]));
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const newestFirst = jobs.toSorted((first, second) => (second.posted ?? '').localeCompare(first.posted ?? ''));
  const rank = new Map(newestFirst.map((job, index) => [job.id, index]));
  const index = new MiniSearch<{ id: string; title: string; company: string; text: string }>({
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
  index.addAll(
    jobs.map((job) => ({
      id: job.id,
      title: allTexts(job.title),
      company: companyNames.get(job.company) ?? '',
      text: allTexts(job.text),
    })),
  );

  return {
    find(query) {
      const fits = (id: string) => {
        const job = byId.get(id);
        return (
          job !== undefined &&
          (query.function === null || job.function === query.function) &&
          (query.company === null || job.company === query.company)
        );
      };
      if (tokenizeQuery(query.text).length === 0) return newestFirst.map((job) => job.id).filter(fits);
      return index
        .search(query.text)
        .filter((hit) => fits(hit.id as string))
        .toSorted((a, b) => b.score - a.score || (rank.get(a.id as string) ?? 0) - (rank.get(b.id as string) ?? 0))
        .map((hit) => hit.id as string);
    },
  };
}

function allTexts(text: Localised): string {
  return Object.values(text).join('\n');
}
