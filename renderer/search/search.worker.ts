import { createCatalogueIndex, type CatalogueIndex } from './catalogue-index.ts';
import type { SearchContent } from './content.ts';
import type { SearchQuery } from './query.ts';
import type { Ids, PlacedAnswer } from './read-answer.ts';

export type WorkerRequest =
  | { readonly type: 'load'; readonly content: SearchContent }
  | { readonly type: 'search'; readonly number: number; readonly query: SearchQuery };

export type WorkerAnswer =
  | { readonly type: 'loaded'; readonly ids: Ids }
  | { readonly type: 'found'; readonly number: number; readonly answer: PlacedAnswer };

let index: CatalogueIndex | null = null;

const send = (answer: WorkerAnswer) => {
  self.postMessage(answer);
};

self.addEventListener('message', ({ data: request }: MessageEvent<WorkerRequest>) => {
  switch (request.type) {
    case 'load':
      index = createCatalogueIndex(request.content);
      send({ type: 'loaded', ids: index.ids });
      return;
    case 'search':
      if (index) send({ type: 'found', number: request.number, answer: index.find(request.query) });
  }
});
