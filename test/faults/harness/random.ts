import { createHash } from 'node:crypto';
import { assert } from '../../../domain/assert.ts';

/** Draws that a seed repeats. */
export interface Random {
  /** From 0 to below 1. */
  fraction(): number;
  /** Both ends included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  shuffle<Item>(items: readonly Item[]): Item[];
  bytes(size: number): Uint8Array;
  /** Draws of its own: what happens in one part does not move those of another. */
  split(name: string): Random;
}

/** sfc32 (C. Doty-Humphrey, PractRand), begun with the SHA-256 of the seed. */
export function createRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => digest.readInt32LE(at)) as [number, number, number, number];
  function draw(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  const fraction = () => draw() / 2 ** 32;
  const integer = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1));
  return {
    fraction,
    integer,
    chance: (probability) => fraction() < probability,
    pick(items) {
      const item = items[integer(0, items.length - 1)];
      assert(item !== undefined, 'there is something to pick');
      return item;
    },
    /** Fisher and Yates. */
    shuffle(items) {
      const result = [...items];
      for (let last = result.length - 1; last > 0; last -= 1) {
        const other = integer(0, last);
        const [one, two] = [result[last], result[other]];
        if (one !== undefined && two !== undefined) [result[last], result[other]] = [two, one];
      }
      return result;
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => draw() & 0xff),
    split: (name) => createRandom(`${seed} / ${name}`),
  };
}
