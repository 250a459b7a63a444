import { openIndex, type CatalogueIndex } from './catalogue-index.ts';
import type { SearchContent } from './content.ts';
import { readOrBuildIndex } from './kept-index.ts';
import type { SearchQuery } from './query.ts';
import type { Ids, PlacedAnswer } from './read-answer.ts';

export type WorkerRequest =
  | { readonly type: 'load'; readonly content: SearchContent }
  | { readonly type: 'search'; readonly number: number; readonly query: SearchQuery };

export type WorkerAnswer =
  | { readonly type: 'loaded'; readonly ids: Ids }
  | { readonly type: 'found'; readonly number: number; readonly answer: PlacedAnswer };

/** What is asked while it is being read waits for it. */
let index: Promise<CatalogueIndex> | null = null;

const send = (answer: WorkerAnswer) => {
  self.postMessage(answer);
};

async function load(content: SearchContent): Promise<CatalogueIndex> {
  // The build puts a hash of this script, words and all, into its name.
  const loaded = openIndex(content, await readOrBuildIndex(content, self.location.href));
  send({ type: 'loaded', ids: loaded.ids });
  return loaded;
}

async function search(number: number, query: SearchQuery, asked: Promise<CatalogueIndex>): Promise<void> {
  send({ type: 'found', number, answer: (await asked).find(query) });
}

self.addEventListener('message', ({ data: request }: MessageEvent<WorkerRequest>) => {
  switch (request.type) {
    case 'load':
      index = load(request.content);
      return;
    case 'search':
      if (index) void search(request.number, request.query, index);
  }
});
