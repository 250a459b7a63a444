import type { Locate } from './pack-source.ts';

/** What one part of the pack lists: the items that are in order, and where each stands. */
export interface List<Item> {
  /** `row` is what `locate` wants; of several files it is not the row that a person counts. */
  readonly entries: readonly { readonly row: number; readonly item: Item }[];
  /** As written: items that are not in order. What refers to them is not to blame. */
  readonly leftOut: readonly unknown[];
  /** False when there may be more items, in rows that could not be read at all. */
  readonly complete: boolean;
  readonly locate: Locate;
}

/** What became of the records of one file. */
export interface Tally {
  readonly file: string;
  readonly records: number;
  readonly taken: number;
  /** How many were left out, by reason in words: `no title`. */
  readonly leftOut: Readonly<Record<string, number>>;
}
