/** What a visitor keeps to come back to. */
export interface ShortlistEntry {
  readonly kind: 'job' | 'company' | 'session';
  readonly id: string;
}

/** In the order in which it was kept; nothing twice. */
export type Shortlist = readonly ShortlistEntry[];

/** The same entry has the same key, and no other has it. */
export function keyOf({ kind, id }: ShortlistEntry): string {
  return `${kind} ${id}`;
}

export function holds(shortlist: Shortlist, entry: ShortlistEntry): boolean {
  return shortlist.some((each) => each.kind === entry.kind && each.id === entry.id);
}

/** With the entry at its end, unless it is kept already. */
export function keep(shortlist: Shortlist, entry: ShortlistEntry): Shortlist {
  return holds(shortlist, entry) ? shortlist : [...shortlist, entry];
}

export function drop(shortlist: Shortlist, entry: ShortlistEntry): Shortlist {
  return shortlist.filter((each) => each.kind !== entry.kind || each.id !== entry.id);
}
