import { expect, test } from 'vitest';
import { createFlexSearch, createFoyer, createFuse, createMiniSearch, flatten } from './engines.ts';
import { judge, measureRelevance } from './measure.ts';
import { readJudgedQueries, readSampleContent } from './read-judged.ts';

const queries = readJudgedQueries();
const content = await readSampleContent();
const foyer = createFoyer(content);
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
  expect(queries.flatMap(({ relevant }) => relevant).filter((id) => !ids.has(id))).toEqual([]);
  expect(queries.filter(({ relevant }) => relevant.length === 0)).toEqual([]);
});

test(
  'of what a visitor would be glad to see, 95 % stand among the first ten',
  () => {
    const documents = flatten(content);
    const peers = [createMiniSearch(documents), createFlexSearch(documents), createFuse(documents)];
    const rows = [foyer, ...peers].map((engine) => ({ engine: engine.name, ...measureRelevance(engine, queries) }));
    console.table(rows);
    expect(rows[0]?.recallAt10).toBeGreaterThanOrEqual(0.95);
    for (const peer of rows.slice(1)) expect(rows[0]?.meanReciprocalRank).toBeGreaterThan(peer.meanReciprocalRank);
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
