import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import * as catalogueIndex from './catalogue-index.ts';
import type { SearchContent } from './content.ts';
import { fingerprintOf, readOrBuildIndex } from './kept-index.ts';
import { packIndex, unpackIndex } from './pack-index.ts';
import { emptyQuery } from './query.ts';

const contentOf = (title: string): SearchContent => ({
  jobs: [
    { id: 'one', company: 'c', languages: [], skills: ['C++'], title: { 'zh-Hant': title }, text: { en: 'Work.' } },
  ],
  companies: [],
  sessions: [],
  floorPlan: null,
  synonyms: [],
  functions: [],
});

test('an index that was packed and unpacked is the same', () => {
  const built = catalogueIndex.buildIndex(contentOf('驗證工程師'));
  expect(unpackIndex(structuredClone(packIndex(built)))).toEqual(built);
});

test('the second start reads what the first has built, and finds the same', async () => {
  const content = contentOf('電路設計師');
  const first = await readOrBuildIndex(content, 'one');
  const kept = new Dexie('foyer-search');
  kept.version(1).stores({ indexes: 'key' });
  await expect.poll(() => kept.table('indexes').count()).toBe(1);
  const second = await readOrBuildIndex(content, 'one');
  expect(second).not.toBe(first);
  expect(second).toEqual(first);
  const query = { ...emptyQuery, text: 'dianlu' };
  expect(catalogueIndex.openIndex(content, second).search(query)).toEqual(
    catalogueIndex.openIndex(content, first).search(query),
  );
  kept.close();
});

test('another catalogue, or another program, builds anew', async () => {
  await readOrBuildIndex(contentOf('電路設計師'), 'one');
  expect((await readOrBuildIndex(contentOf('版圖工程師'), 'one')).titles).toEqual(['\n版图工程师\n']);
  expect((await readOrBuildIndex(contentOf('版圖工程師'), 'two')).titles).toEqual(['\n版图工程师\n']);
});

test('texts that differ in a letter have other fingerprints', () => {
  const texts = ['', 'a', 'b', 'ab', 'ba', '電', '路'];
  expect(new Set(texts.map(fingerprintOf)).size).toBe(texts.length);
});
