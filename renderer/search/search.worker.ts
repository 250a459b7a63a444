import type { Company } from '../../domain/company.ts';
import type { Job } from '../../domain/job.ts';
import { createJobIndex, type JobIndex, type JobQuery } from './job-index.ts';

export type SearchRequest =
  | { readonly type: 'load'; readonly jobs: readonly Job[]; readonly companies: readonly Company[] }
  | { readonly type: 'find'; readonly number: number; readonly query: JobQuery };

export interface SearchAnswer {
  readonly number: number;
  readonly jobs: readonly string[];
}

let index: JobIndex = createJobIndex([], []);

self.addEventListener('message', ({ data: request }: MessageEvent<SearchRequest>) => {
  switch (request.type) {
    case 'load':
      index = createJobIndex(request.jobs, request.companies);
      return;
    case 'find': {
      const answer: SearchAnswer = { number: request.number, jobs: index.find(request.query) };
      self.postMessage(answer);
    }
  }
});
