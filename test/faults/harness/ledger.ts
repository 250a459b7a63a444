/** What lies where the records were meant to arrive. */
export interface Found {
  readonly id: string;
  /** As text that is the same for the same content. */
  readonly content: string;
}

export interface Judgement {
  /** Acknowledged to a visitor. */
  readonly promised: number;
  /** Ids that were acknowledged and are not there, or are there with another content. */
  readonly lost: readonly string[];
  /** Ids that are there twice, or with the content of another. */
  readonly doubled: readonly string[];
  /** Ids that nobody ever entered. */
  readonly foreign: readonly string[];
}

export interface Ledger {
  /** A visitor enters this now; nothing is promised yet, so it may be kept or not. No two visitors enter the same. */
  enter(id: string, content: string): void;
  /** The visitor was told that it is kept. */
  promise(id: string): void;
  /** What was entered with it. */
  contentOf(id: string): string | undefined;
  readonly promised: number;
  /** @param found all that arrived, in any order */
  judge(found: Iterable<Found>): Judgement;
}

/** The test's own memory of what visitors were told: it asks neither journal nor hub. */
export function createLedger(): Ledger {
  const entered = new Map<string, string>();
  const promised = new Set<string>();
  return {
    enter(id, content) {
      if ((entered.get(id) ?? content) !== content) throw new Error(`${id} was entered with another content`);
      entered.set(id, content);
    },
    promise(id) {
      if (!entered.has(id)) throw new Error(`${id} was promised before it was entered`);
      promised.add(id);
    },
    contentOf: (id) => entered.get(id),
    get promised() {
      return promised.size;
    },
    judge(found) {
      const there = [...found];
      const times = countBy(there, ({ id }) => id);
      const sameContent = countBy(there, ({ content }) => content);
      const contents = new Map(there.map(({ id, content }) => [id, content]));
      return {
        promised: promised.size,
        lost: [...promised].filter((id) => contents.get(id) !== entered.get(id)),
        doubled: [
          ...new Set(
            there
              .filter(({ id, content }) => (times.get(id) ?? 0) > 1 || (sameContent.get(content) ?? 0) > 1)
              .map(({ id }) => id),
          ),
        ],
        foreign: [...new Set(there.filter(({ id }) => !entered.has(id)).map(({ id }) => id))],
      };
    },
  };
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
