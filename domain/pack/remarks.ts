import type { Problem } from './problem.ts';

type Place = Pick<Problem, 'file' | 'row' | 'line'>;

export interface RemarkWords {
  /** Goes on after "One session" or "17 sessions, the first of them here,": `is cancelled and left out.` and `are …`. */
  readonly one: string;
  readonly several: string;
  readonly instead: string;
  /** Why records of this kind are left out, in a few words; undefined when they are taken. */
  readonly leftOut?: string;
}

/** What befell many records of a file for one reason is told once, at the first of them, with their number. */
export class Remarks<Reason extends string> {
  private readonly places = new Map<Reason, { readonly first: Place; count: number }>();
  private readonly words: Readonly<Record<Reason, RemarkWords>>;
  private readonly nouns: readonly [string, string];

  /** @param nouns one record, and several: `session`, `sessions` */
  constructor(words: Readonly<Record<Reason, RemarkWords>>, nouns: readonly [string, string]) {
    this.words = words;
    this.nouns = nouns;
  }

  add(reason: Reason, first: Place): void {
    const known = this.places.get(reason);
    if (known === undefined) this.places.set(reason, { first, count: 1 });
    else known.count += 1;
  }

  /** As warnings. */
  tell(): Problem[] {
    return [...this.places].map(([reason, { first, count }]) => {
      const { one, several, instead } = this.words[reason];
      const [noun, nouns] = this.nouns;
      const message = count === 1 ? `One ${noun} ${one}` : `${count} ${nouns}, the first of them here, ${several}`;
      return { severity: 'warning', ...first, message, instead };
    });
  }

  /** How many records were left out, by reason. */
  countLeftOut(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [reason, { count }] of this.places) {
      const { leftOut } = this.words[reason];
      if (leftOut !== undefined) counts[leftOut] = (counts[leftOut] ?? 0) + count;
    }
    return counts;
  }
}
