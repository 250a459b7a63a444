/** Numbers that a seed decides: the same run again, on every machine. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** Whole, from 0 to below `end`. */
  below(end: number): number;
  /** True so often, from 0 to 1. */
  chance(share: number): boolean;
}

/** sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, and three nanoseconds a number. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let turn = 0; turn < 12; turn += 1) next();
  return { next, below: (end) => Math.floor(next() * end), chance: (share) => next() < share };
}
