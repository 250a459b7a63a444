import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { v7 } from 'uuid';
import { createClaimCode } from '../../../domain/claim-code.ts';
import type { Registration } from '../../../domain/registration.ts';
import { openRecordNow } from '../../../domain/sealing/open-record.ts';
import { foldName } from '../../../hub/people/search/fold-name.ts';
import { createVisitorIndex, type VisitorIndex } from '../../../hub/people/search/visitor-index.ts';
import type { Benchmark, Figure, Say, Skip } from '../harness/benchmark.ts';
import { measureMemory } from '../search/collected-memory.ts';
import { createPeople, hasNames } from './people.ts';
import { sealSome } from './seal-some.ts';

const count = 50_000;
/** Sealing takes a kiosk's 4 ms each, so the reading of these stands for that of all. */
const sealed = 1000;
const limit = 20;
const asked = 60;

interface Kind {
  readonly name: string;
  readonly ask: (person: Registration, claimCode: string) => string;
  readonly isFor?: (person: Registration) => boolean;
}

const words = ({ name }: Registration) => foldName(name.latin);
const kinds: readonly Kind[] = [
  { name: 'claim code', ask: (_, claimCode) => claimCode.toLowerCase() },
  { name: 'whole name', ask: ({ name }) => name.latin },
  { name: 'name in its own script', ask: ({ name }) => name.own },
  {
    name: 'surname and beginning',
    ask: (person) => `${words(person).at(-1) ?? 'a'} ${(words(person)[0] ?? 'a').slice(0, 2)}`,
  },
  { name: 'three letters', ask: (person) => words(person).join('').slice(1, 4) },
  { name: 'one letter', ask: (person) => words(person).join('').slice(0, 1) },
  {
    name: 'e-mail address',
    ask: ({ contact }) => contact.value,
    isFor: ({ contact }) => contact.kind === 'email',
  },
  {
    name: 'last four digits',
    ask: ({ contact }) => contact.value.slice(-4),
    isFor: ({ contact }) => contact.kind === 'phone',
  },
  { name: 'nobody', ask: (_, claimCode) => `zzq${claimCode.slice(0, 2)}` },
];

export const findVisitor: Benchmark = {
  name: 'find-visitor',
  about: `Staff look for one of ${count.toLocaleString('en')} visitors at the hub: by claim code, name or part of one, e-mail address, telephone; from what was typed to
the first ${limit} and their number, in the hub's process. With how long a registration takes to open and to put in, and the memory of all.
Peer: SQLite FTS5 with trigrams (LIKE below three characters) in memory over the same names, contacts and codes, ranked, with the number.`,
  measure,
};

async function measure(say: Say, skip: Skip): Promise<Figure[]> {
  if (!hasNames) skip('real names', 'needs ../shared/data/names; generated ones take their place');
  const people = createPeople(count);
  const codes = people.map(() => createClaimCode(randomBytes(7)));
  const { made: index, megabytes } = measureMemory(() => fillIndex(people, codes));
  say('the index is full');
  const peer = createPeer(people, codes);
  say('the peer is full');
  const samePerson = { of: (visitor: string) => [visitor], isAlone: () => true };
  const figures = kinds.map(({ name, ask, isFor = () => true }): Figure => {
    const queries = people
      .flatMap((person, at) => (isFor(person) ? [ask(person, codes[at] ?? '')] : []))
      .filter((query, at) => query !== '' && at % 509 === 0)
      .slice(0, asked);
    const find = (query: string) => index.find({ query, limit, samePerson });
    find(queries[0] ?? '');
    peer(queries[0] ?? '');
    return {
      name,
      unit: 'ms',
      values: queries.map((query) => timed(() => find(query))),
      peer: { name: 'SQLite FTS5', values: queries.map((query) => timed(() => peer(query))) },
      goal: { atMost: 100, of: 'p95' },
    };
  });
  say('asked');
  const { records, recipient } = await sealSome(people.slice(0, sealed), codes);
  say(`${sealed} sealed`);
  const fresh = createVisitorIndex('HK');
  const reads = records.map((record, at) =>
    timed(() => {
      const opened = openRecordNow(record, recipient);
      if (!opened.ok) throw new Error('A record does not open.');
      const { id: visitor, claimCode, ticketIndex } = record;
      fresh.putRecord({ number: at, visitor, claimCode, ticketIndex, opened: opened.value });
    }),
  );
  const average = reads.reduce((sum, each) => sum + each, 0) / reads.length;
  return [
    ...figures,
    { name: 'open and put in one registration', unit: 'ms', values: reads },
    {
      name: `read ${count.toLocaleString('en')}, from the average of ${sealed}`,
      unit: 's',
      values: [(average * count) / 1000],
    },
    { name: `memory of ${count.toLocaleString('en')}`, unit: 'MB', values: [megabytes] },
  ];
}

function fillIndex(people: readonly Registration[], codes: readonly string[]): VisitorIndex {
  const index = createVisitorIndex('HK');
  for (const [number, registration] of people.entries()) {
    const opened = { kind: 'registration', registration } as const;
    index.putRecord({ number, visitor: v7(), claimCode: codes[number] ?? '', ticketIndex: null, opened });
  }
  return index;
}

/** What somebody would build in an afternoon: all that can be asked for in one text, trigrams over it. */
function createPeer(people: readonly Registration[], codes: readonly string[]) {
  const database = new DatabaseSync(':memory:');
  database.exec("create virtual table person using fts5 (text, tokenize = 'trigram remove_diacritics 1')");
  const insert = database.prepare('insert into person (text) values (?)');
  database.exec('begin');
  for (const [at, { name, contact }] of people.entries())
    insert.run([name.own, name.latin, contact.value, codes[at]].join(' '));
  database.exec('commit');
  const match = database.prepare(`select rowid from person where person match ? order by rank limit ${limit}`);
  const countMatches = database.prepare('select count(*) as total from person where person match ?');
  const like = database.prepare(`select rowid from person where text like ? limit ${limit}`);
  const countLike = database.prepare('select count(*) as total from person where text like ?');
  return (query: string) => {
    const parts = query.split(/\s+/).filter((part) => part !== '');
    const long = parts.filter((part) => [...part].length > 2);
    const isShort = long.length === 0;
    const asked = isShort ? `%${query}%` : long.map((part) => `"${part.replaceAll('"', '""')}"`).join(' AND ');
    return isShort ? [like.all(asked), countLike.get(asked)] : [match.all(asked), countMatches.get(asked)];
  };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
