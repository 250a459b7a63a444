import { buildIndex, openIndex } from '../../../renderer/search/catalogue-index.ts';
import type { SearchContent } from '../../../renderer/search/content.ts';
import { packIndex, unpackIndex } from '../../../renderer/search/pack-index.ts';
import { emptyQuery } from '../../../renderer/search/query.ts';
import {
  createFlexSearch,
  createFoyer,
  createFuse,
  createMiniSearch,
  flatten,
  type Engine,
  type FlatDocument,
} from '../../relevance/engines.ts';
import { measureRelevance } from '../../relevance/measure.ts';
import { readHeldOutQueries, readJudgedQueries, readSampleContent } from '../../relevance/read-judged.ts';
import type { Benchmark, Figure, Say, Skip } from '../harness/benchmark.ts';
import { hasAds, multiply, readAds } from './ads.ts';
import { measureMemory } from './collected-memory.ts';
import { listKeys } from './keys.ts';

const sizes = [
  { count: 320, atMost: null, builds: 5 },
  { count: 3000, atMost: 10, builds: 3 },
  { count: 30_000, atMost: 30, builds: 1 },
] as const;
/** Fuse.js reads every text for every key. */
const mostForFuse = 3000;
const keysForFuse = 25;

export const search: Benchmark = {
  name: 'search',
  about: `The search's index over 320, 3,000 and 30,000 jobs: how long it takes to build and to load as it is kept (cloned as IndexedDB does, unpacked and
opened; the reading from disk is not in it), from a key's text to the answer with facets' counts, and its memory. The real ads, with
their full texts, where they are on the machine, over again from 3,992 on; else the sample event's jobs, over and over. In Node, the code of the
worker; the way of the answer to the page is in "keystroke". And recall@10 and mean reciprocal rank over both sets of queries of
test/relevance. Peers: MiniSearch, FlexSearch and Fuse.js as they come, on the same documents; they count no facets.`,
  async measure(say, skip) {
    const sample = await readSampleContent();
    if (!hasAds) skip('real ads', 'needs ../shared/data/jobs; the sample event takes their place');
    const jobs = hasAds ? readAds() : sample.jobs;
    const figures: Figure[] = [];
    for (const size of sizes) {
      const content = { ...sample, jobs: multiply(jobs, size.count) };
      figures.push(...measureSize({ content, size, say, skip }));
    }
    return [...figures, ...measureAnswers(sample)];
  },
};

interface Task {
  readonly content: SearchContent;
  readonly size: (typeof sizes)[number];
  readonly say: Say;
  readonly skip: Skip;
}

function measureSize({ content, size, say, skip }: Task): Figure[] {
  const { count, atMost, builds } = size;
  const of = `${count.toLocaleString('en')} jobs`;
  say(of);
  const keys = listKeys();
  const times = Array.from({ length: builds }, () => timed(() => buildIndex(content)));
  const { made: foyer, megabytes } = measureMemory(() => openIndex(content, buildIndex(content)));
  const find = (text: string) => foyer.find({ ...emptyQuery, text });
  const found = timeKeys(keys, find);
  const packed = packIndex(buildIndex(content));
  const loads = Array.from({ length: builds + 2 }, () =>
    timed(() => openIndex(content, unpackIndex(structuredClone(packed)))),
  );
  const figures: Figure[] = [
    {
      name: `load the kept index, ${of}`,
      unit: 'ms',
      values: loads,
      peer: { name: 'build it', values: times },
    },
  ];
  for (const create of [createMiniSearch, createFlexSearch, createFuse]) {
    const isFuse = create === createFuse;
    if (isFuse && count > mostForFuse) {
      skip(`Fuse.js at ${of}`, 'it reads every text for every key: a second and more each');
      continue;
    }
    const documents = flatten(content);
    const peer = measurePeer(create, documents, isFuse ? keys.slice(0, keysForFuse) : keys);
    say(`${of}: ${peer.name}`);
    const beside = (values: readonly number[]) => ({ name: peer.name, values });
    figures.push(
      { name: `build the index, ${of}`, unit: 'ms', values: times, peer: beside([peer.build]) },
      {
        name: `key to results, ${of}`,
        unit: 'ms',
        values: found,
        peer: beside(peer.found),
        ...(atMost === null ? {} : { goal: { atMost, of: 'p95' as const } }),
      },
      { name: `memory, ${of}`, unit: 'MB', values: [megabytes], peer: beside([peer.megabytes]) },
    );
  }
  return figures;
}

function measurePeer(
  create: (documents: readonly FlatDocument[]) => Engine,
  documents: readonly FlatDocument[],
  keys: readonly string[],
) {
  let build = 0;
  const { made: engine, megabytes } = measureMemory(() => {
    const began = performance.now();
    const made = create(documents);
    build = performance.now() - began;
    return made;
  });
  return { name: engine.name, build, megabytes, found: timeKeys(keys, (text) => engine.find(text, 'jobs')) };
}

/** Once to warm up, as a worker is after the first visitor, and once for the clock. */
function timeKeys(keys: readonly string[], find: (text: string) => unknown): number[] {
  for (const key of keys) find(key);
  return keys.map((key) => timed(() => find(key)));
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The held-out queries were judged before any engine was asked: theirs is the figure to go by. */
function measureAnswers(sample: SearchContent): Figure[] {
  const sets = [
    { name: 'judged', queries: readJudgedQueries() },
    { name: 'held-out', queries: readHeldOutQueries() },
  ];
  const documents = flatten(sample);
  const foyer = createFoyer(sample);
  return sets.flatMap(({ name: set, queries }) => {
    const own = measureRelevance(foyer, queries);
    return [createMiniSearch, createFlexSearch, createFuse].flatMap((create): Figure[] => {
      const engine = create(documents);
      const peer = measureRelevance(engine, queries);
      return [
        {
          name: `recall@10, ${queries.length} ${set} queries`,
          unit: 'share',
          values: [own.recallAt10],
          peer: { name: engine.name, values: [peer.recallAt10] },
          goal: { atLeast: 0.95, of: 'median' },
        },
        {
          name: `mean reciprocal rank, ${queries.length} ${set} queries`,
          unit: 'share',
          values: [own.meanReciprocalRank],
          peer: { name: engine.name, values: [peer.meanReciprocalRank] },
        },
      ];
    });
  });
}
