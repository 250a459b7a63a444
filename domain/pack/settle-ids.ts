import { toDigest } from './make-id.ts';
import type { Locate } from './pack-source.ts';
import type { Problem } from './problem.ts';

export interface Entry<Item> {
  readonly row: number;
  readonly item: Item;
}

interface Settled<Item> {
  readonly entries: readonly Entry<Item>[];
  /** Rows that say what another one says. */
  readonly repeated: readonly number[];
  readonly problems: readonly Problem[];
}

/**
 * Gives every entry an id of its own. An entry that repeats another word for word is left out; of two different ones with one written id the
 * later gets `-2` behind it, and of several with one id made of their names each gets a digest of its content, whatever their order.
 */
export function settleIds<Item extends { readonly id: string }>(
  entries: readonly Entry<Item>[],
  { madeIn, locate }: { madeIn: ReadonlySet<number>; locate: Locate },
): Settled<Item> {
  const byId = Map.groupBy(entries, ({ item }) => item.id);
  if (byId.size === entries.length) return { entries, repeated: [], problems: [] };
  const taken = new Set(byId.keys());
  const kept: Entry<Item>[] = [];
  const repeated: number[] = [];
  const problems: Problem[] = [];
  const first = new Map<string, Map<string, number>>();
  for (const entry of entries) {
    const { row, item } = entry;
    const group = byId.get(item.id) ?? [];
    if (group.length === 1) {
      kept.push(entry);
      continue;
    }
    const content = JSON.stringify(item);
    const seen = first.get(item.id) ?? new Map<string, number>();
    first.set(item.id, seen);
    const earlier = seen.get(content);
    const at = locate(row, ['id']);
    if (earlier !== undefined) {
      repeated.push(row);
      problems.push({
        severity: 'warning',
        ...at,
        message: `This one says the same as ${describeRow(locate, earlier)} and is left out.`,
        instead: 'Remove one of the two.',
      });
      continue;
    }
    seen.set(content, row);
    const others = [...seen.values()];
    if (madeIn.has(row)) {
      const isAlone = group.every((other) => JSON.stringify(other.item) === content);
      kept.push(isAlone ? entry : { row, item: { ...item, id: `${item.id.slice(0, 50)}-${toDigest(content)}` } });
    } else if (others.length === 1) kept.push(entry);
    else {
      const id = nextFree(item.id, taken);
      taken.add(id);
      kept.push({ row, item: { ...item, id } });
      problems.push({
        severity: 'warning',
        ...at,
        found: item.id,
        message: `"${item.id}" stands already in ${describeRow(locate, others[0] ?? row)}; this one is kept as "${id}".`,
        instead: 'Write another, or remove one of the two.',
      });
    }
  }
  return { entries: kept, repeated, problems };
}

function nextFree(id: string, taken: ReadonlySet<string>): string {
  for (let count = 2; ; count += 1) {
    const next = `${id.slice(0, 58)}-${count}`;
    if (!taken.has(next)) return next;
  }
}

function describeRow(locate: Locate, entry: number): string {
  const { file, row, line } = locate(entry, []);
  if (row === undefined) return `line ${line ?? 1}`;
  return `${/\.(csv|tsv|xlsx)$/i.test(file) ? 'row' : 'item'} ${row}`;
}
