import type { PersonText } from './person-text.ts';
import type { Rank } from './rank-person.ts';

interface Selected<Item> {
  readonly item: Item;
  readonly rank: Rank;
}

/** The best so many of any number, and how many there were. */
export interface Selection<Item> {
  add(item: Item, rank: Rank): void;
  list(): Item[];
  total(): number;
}

/** Sorting all that a single letter finds would take longer than finding it, so only the best are kept in order. */
export function createSelection<Item extends { readonly person: PersonText }>(limit: number): Selection<Item> {
  const best: Selected<Item>[] = [];
  let total = 0;
  return {
    add(item, rank) {
      total += 1;
      const added = { item, rank };
      const last = best.at(-1);
      if (best.length === limit && last !== undefined && compare(last, added) <= 0) return;
      const place = best.findIndex((each) => compare(added, each) < 0);
      best.splice(place < 0 ? best.length : place, 0, added);
      if (best.length > limit) best.pop();
    },
    list: () => best.map(({ item }) => item),
    total: () => total,
  };
}

/** By rank; then the shorter name, because more of it was typed; then by the name, as any two lists have it. */
function compare<Item extends { readonly person: PersonText }>(one: Selected<Item>, other: Selected<Item>): number {
  if (one.rank !== other.rank) return one.rank - other.rank;
  const [a, b] = [one.item.person.words, other.item.person.words];
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
