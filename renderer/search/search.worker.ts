import { createCatalogueIndex, type CatalogueIndex } from './catalogue-index.ts';
import type { SearchContent } from './content.ts';
import type { SearchAnswer, SearchQuery } from './query.ts';

export type WorkerRequest =
  | { readonly type: 'load'; readonly content: SearchContent }
  | { readonly type: 'search'; readonly number: number; readonly query: SearchQuery };

export interface WorkerAnswer {
  readonly number: number;
  readonly answer: SearchAnswer;
}

let index: CatalogueIndex = createCatalogueIndex({
  jobs: [],
  companies: [],
  sessions: [],
  floorPlan: null,
  synonyms: [],
  functions: [],
});

self.addEventListener('message', ({ data: request }: MessageEvent<WorkerRequest>) => {
  switch (request.type) {
    case 'load':
      index = createCatalogueIndex(request.content);
      return;
    case 'search': {
      const answer: WorkerAnswer = { number: request.number, answer: index.search(request.query) };
      self.postMessage(answer);
    }
  }
});
