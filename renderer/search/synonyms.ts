import ours from './synonyms.json' with { type: 'json' };
import { hanPairs, splitParts, splitRuns } from './tokens.ts';

/** One way to say something, as the index can be asked for it. */
export interface Wording {
  /** `集成电路`, `integrated circuit`, `ic`: compared with what was typed. */
  readonly key: string;
  /** As somebody wrote it, for the marks. */
  readonly written: string;
  /** All of them must be in a document. */
  readonly terms: readonly string[];
}

export interface Synonyms {
  /** The other ways to say what the key says. */
  readonly othersOf: (key: string) => readonly Wording[];
  readonly has: (key: string) => boolean;
  /** Names of several Latin words. */
  readonly phrases: readonly string[];
  /** Names in Han, simplified. */
  readonly hanKeys: ReadonlySet<string>;
  /** Names in Han as they are written, for their readings. */
  readonly hanWritten: readonly string[];
}

/** Foyer's groups and the event's own. A word may stand in several groups. */
export function createSynonyms(more: readonly (readonly string[])[]): Synonyms {
  return more.length === 0 ? (withoutMore ??= groupWordings([])) : groupWordings(more);
}

/** Most events have none of their own, and a catalogue that changes needs them again. */
let withoutMore: Synonyms | null = null;

function groupWordings(more: readonly (readonly string[])[]): Synonyms {
  const groups = [...ours.groups, ...more].map((group) => group.map(readWording));
  const byKey = new Map<string, Map<string, Wording>>();
  for (const group of groups) {
    for (const { key } of group) {
      const others = byKey.get(key) ?? new Map<string, Wording>();
      for (const other of group) if (other.key !== key) others.set(other.key, other);
      byKey.set(key, others);
    }
  }
  const all = groups.flat();
  return {
    othersOf: (key) => [...(byKey.get(key)?.values() ?? [])],
    has: (key) => byKey.has(key),
    phrases: [...new Set(all.flatMap(({ key, terms }) => (terms.length === 1 && key.includes(' ') ? [key] : [])))],
    hanKeys: new Set(all.flatMap(({ key }) => (/^\p{Script=Han}{2,}$/u.test(key) ? [key] : []))),
    hanWritten: all.flatMap(({ written }) => (/^\p{Script=Han}{2,}$/u.test(written) ? [written] : [])),
  };
}

/** A phrase of Latin words is one term of the index; Han is its pairs; mixed ones are all of their parts. */
export function readWording(written: string): Wording {
  const runs = splitRuns(written);
  const [only] = runs;
  const key = runs.flatMap((run) => (run.isHan ? [run.text] : splitParts(run.text))).join(' ');
  if (runs.every((run) => !run.isHan) && key.includes(' ')) return { key, written, terms: [key] };
  if (only && runs.length === 1 && !only.isHan) return { key, written, terms: [only.text] };
  return { key, written, terms: runs.flatMap((run) => (run.isHan ? hanPairs(run.text) : [run.text])) };
}
