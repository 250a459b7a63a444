import { expect, test } from 'vitest';
import { createFlexSearch, createFoyer, createFuse, createMiniSearch, flatten } from './engines.ts';
import { judge, measureRelevance } from './measure.ts';
import { readHeldOutQueries, readJudgedQueries, readSampleContent } from './read-judged.ts';

const queries = readJudgedQueries();
const heldOut = readHeldOutQueries();
const content = await readSampleContent();
const foyer = createFoyer(content);
const documents = flatten(content);
const engines = [foyer, createMiniSearch(documents), createFlexSearch(documents), createFuse(documents)];
/** Fuse.js compares every query with every text. */
const patience = 120_000;

test('the judged queries name what is there', () => {
  const ids = new Set(
    [
      ...content.jobs,
      ...content.companies,
      ...content.sessions,
      ...(content.floorPlan?.features.map(({ properties }) => properties) ?? []),
    ].map(({ id }) => id),
  );
  expect(queries.length).toBeGreaterThanOrEqual(120);
  expect(heldOut).toHaveLength(60);
  const judged = [...queries, ...heldOut];
  expect(judged.flatMap(({ relevant }) => relevant).filter((id) => !ids.has(id))).toEqual([]);
  expect(judged.filter(({ relevant }) => relevant.length === 0)).toEqual([]);
});

test('no query held out is one that the search was built by', () => {
  const known = new Set(queries.map(({ query }) => query.toLowerCase()));
  expect(heldOut.filter(({ query }) => known.has(query.toLowerCase()))).toEqual([]);
});

/**
 * What is ranked is the list that a visitor sees: what fits all words, and under it what fits some. The floors of the queries held out lie
 * below what was measured, 0.769 and 0.853, by less than one lost query: they show a step back, and are no promise.
 */
test.each([
  { name: 'judged, and revised', judged: queries, recall: 0.95, rank: 0.98 },
  { name: 'held out', judged: heldOut, recall: 0.755, rank: 0.84 },
])(
  'of what a visitor would be glad to see, $recall stand among the first ten: $name',
  ({ judged, recall, rank }) => {
    const [ours, ...peers] = engines.map((engine) => ({ engine: engine.name, ...measureRelevance(engine, judged) }));
    console.table([ours, ...peers]);
    expect(ours?.recallAt10).toBeGreaterThanOrEqual(recall);
    expect(ours?.meanReciprocalRank).toBeGreaterThanOrEqual(rank);
    for (const peer of peers) expect(ours?.meanReciprocalRank).toBeGreaterThan(peer.meanReciprocalRank);
  },
  patience,
);

test.each(['洗手間', '厕所', 'wc', 'C03', 'jicheng dianlu', 'zaap sing din lou', 'C++', '.NET', '軟體工程師'])(
  'everything relevant for %s is found, and first',
  (query) => {
    const asked = queries.filter((judged) => judged.query.toLowerCase() === query.toLowerCase());
    for (const judged of asked) expect(judge(foyer, judged)).toEqual({ recall: 1, reciprocalRank: 1 });
    expect(asked).not.toEqual([]);
  },
);
