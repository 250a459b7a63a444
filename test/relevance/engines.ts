import { Document as FlexDocument } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createCatalogueIndex } from '../../renderer/search/catalogue-index.ts';
import type { SearchContent } from '../../renderer/search/content.ts';
import { fieldNames, kinds, listDocuments, type FieldName, type Kind } from '../../renderer/search/documents.ts';
import { emptyQuery } from '../../renderer/search/query.ts';

/** Whatever finds documents of the event. */
export interface Engine {
  readonly name: string;
  /** Ids of one kind, best first. */
  find(text: string, kind: Kind): readonly string[];
}

export type FlatDocument = Record<FieldName, string> & { readonly key: string };

/** What every engine is given: the very texts that Foyer's own index is given. */
export function flatten(content: SearchContent): FlatDocument[] {
  return listDocuments(content).map(({ id, kind, fields }) => ({
    key: `${kind} ${id}`,
    title: fields.title.join('\n'),
    skill: fields.skill.join('\n'),
    company: fields.company.join('\n'),
    detail: fields.detail.join('\n'),
    body: fields.body.join('\n'),
  }));
}

export function createFoyer(content: SearchContent): Engine {
  const index = createCatalogueIndex(content);
  return {
    name: 'Foyer',
    // As the visitor reads it: what fits all words, and under it what fits some.
    find: (text, kind) => {
      const answer = index.search({ ...emptyQuery, text });
      return [...answer[kind], ...answer.near[kind]].map(({ id }) => id);
    },
  };
}

/** MiniSearch as it comes: any of the words, whole words only. */
export function createMiniSearch(documents: readonly FlatDocument[]): Engine {
  const index = new MiniSearch({ idField: 'key', fields: [...fieldNames] });
  index.addAll(documents);
  return {
    name: 'MiniSearch, defaults',
    find: (text, kind) =>
      ofKind(
        index.search(text).map(({ id }) => String(id)),
        kind,
      ),
  };
}

/** FlexSearch as it comes, one index for each field; its fields in our order. */
export function createFlexSearch(documents: readonly FlatDocument[]): Engine {
  const index = new FlexDocument({ document: { id: 'key', index: [...fieldNames] } });
  for (const document of documents) index.add(document);
  return {
    name: 'FlexSearch, defaults',
    find: (text, kind) => {
      const found = index.search(text, { limit: documents.length });
      return ofKind([...new Set(found.flatMap(({ result }) => result.map(String)))], kind);
    },
  };
}

/** Fuse.js as it comes: it compares what was typed with every text. */
export function createFuse(documents: readonly FlatDocument[]): Engine {
  const index = new Fuse(documents, { keys: [...fieldNames] });
  return {
    name: 'Fuse.js, defaults',
    find: (text, kind) =>
      ofKind(
        index.search(text).map(({ item }) => item.key),
        kind,
      ),
  };
}

function ofKind(keys: readonly string[], wanted: Kind): string[] {
  return keys.flatMap((key) => {
    const kind = kinds.find((each) => key.startsWith(`${each} `));
    return kind === wanted ? [key.slice(kind.length + 1)] : [];
  });
}
