import { useEffect, useState } from 'react';
import type { Company } from '../../domain/company.ts';
import type { Job } from '../../domain/job.ts';
import type { JobQuery } from './job-index.ts';
import type { SearchAnswer, SearchRequest } from './search.worker.ts';

/** The job index in a worker, so that no keystroke waits for a search. */
export interface JobSearch {
  load(jobs: readonly Job[], companies: readonly Company[]): void;
  find(query: JobQuery): Promise<readonly string[]>;
}

export function startJobSearch(): JobSearch {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (jobs: readonly string[]) => void>();
  let asked = 0;
  const send = (request: SearchRequest) => {
    worker.postMessage(request);
  };
  worker.addEventListener('message', ({ data: answer }: MessageEvent<SearchAnswer>) => {
    waiting.get(answer.number)?.(answer.jobs);
    waiting.delete(answer.number);
  });
  return {
    load: (jobs, companies) => {
      send({ type: 'load', jobs, companies });
    },
    find: (query) => {
      asked += 1;
      const number = asked;
      return new Promise((resolve) => {
        waiting.set(number, resolve);
        send({ type: 'find', number, query });
      });
    },
  };
}

/** What fits the query; the earlier answer stays until the new one is there. Null before the first. */
export function useJobSearch(
  search: JobSearch,
  { text, function: wanted, company }: JobQuery,
): readonly string[] | null {
  const [found, setFound] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void search.find({ text, function: wanted, company }).then((jobs) => {
      if (isCurrent) setFound(jobs);
    });
    return () => {
      isCurrent = false;
    };
  }, [search, text, wanted, company]);
  return found;
}
