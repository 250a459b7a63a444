import { useEffect, useState } from 'react';

import type { SearchContent } from './content.ts';
import { readAnswer, type Ids } from './read-answer.ts';
import type { SearchAnswer, SearchQuery } from './query.ts';
import type { WorkerAnswer, WorkerRequest } from './search.worker.ts';

/** The index in a worker, so that no keystroke waits for a search. */
export interface CatalogueSearch {
  /** Queries asked afterwards are answered from this content. */
  load(content: SearchContent): void;
  search(query: SearchQuery): Promise<SearchAnswer>;
}

export function startCatalogueSearch(): CatalogueSearch {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: SearchAnswer) => void>();
  let ids: Ids | null = null;
  let asked = 0;
  const send = (request: WorkerRequest) => {
    worker.postMessage(request);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    switch (data.type) {
      case 'loaded':
        ids = data.ids;
        return;
      case 'found':
        if (ids) waiting.get(data.number)?.(readAnswer(data.answer, ids));
        waiting.delete(data.number);
    }
  });
  return {
    load: (content) => {
      send({ type: 'load', content });
    },
    search: (query) => {
      asked += 1;
      const number = asked;
      return new Promise((resolve) => {
        waiting.set(number, resolve);
        send({ type: 'search', number, query });
      });
    },
  };
}

/** What fits the query; the earlier answer stays until the new one is there. Null before the first. */
export function useSearch(search: CatalogueSearch, query: SearchQuery): SearchAnswer | null {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void search.search(query).then((found) => {
      if (isCurrent) setAnswer(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [search, query]);
  return answer;
}
