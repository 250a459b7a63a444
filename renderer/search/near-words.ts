/** Vocabulary for slips of the finger: Latin words of letters only. */
export interface NearWords {
  /** Words of the vocabulary within one slip (from four letters) or two (from eight), also of what is only begun. */
  find(typed: string): readonly NearWord[];
  /** The nearest words with one slip more than is forgiven, for a suggestion. */
  findFarther(typed: string): readonly string[];
}

export interface NearWord {
  readonly word: string;
  readonly slips: number;
}

const fewestLetters = 4;
const lettersForTwo = 8;
const mostSuggested = 3;

/** @param terms sorted or not; those with signs, digits or Han are left out */
export function createNearWords(terms: readonly string[]): NearWords {
  const words = terms.filter((term) => term.length >= fewestLetters - 1 && /^[a-z]+$/u.test(term));
  const masks = Uint32Array.from(words, maskOf);
  const findWithin = (typed: string, most: number): NearWord[] => {
    const mask = maskOf(typed);
    const found: NearWord[] = [];
    for (let i = 0; i < words.length; i += 1) {
      // Each letter that the word lacks is a slip: most of the vocabulary ends here.
      if (countBits(mask & ~(masks[i] ?? 0)) > most) continue;
      const word = words[i] ?? '';
      if (word.length < typed.length - most) continue;
      const slips = countSlips(typed, word, most);
      if (slips <= most) found.push({ word, slips });
    }
    const least = Math.min(...found.map(({ slips }) => slips));
    return found.filter(({ slips }) => slips === least);
  };
  return {
    find: (typed) => (isForgivable(typed) ? findWithin(typed, slipsFor(typed)) : []),
    findFarther: (typed) =>
      isForgivable(typed)
        ? findWithin(typed, slipsFor(typed) + 1)
            .slice(0, mostSuggested)
            .map(({ word }) => word)
        : [],
  };
}

function isForgivable(typed: string): boolean {
  return typed.length >= fewestLetters && /^[a-z]+$/u.test(typed);
}

function slipsFor(typed: string): number {
  return typed.length >= lettersForTwo ? 2 : 1;
}

/**
 * Letters wrong, missing, too many or swapped (optimal string alignment) between what was typed and the word, or the nearest of the
 * word's beginnings.
 */
export function countSlips(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let previous = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const isSame = typed[row - 1] === word[column - 1];
      let slips = Math.min(
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      const isSwapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (row > 1 && column > 1 && isSwapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      current.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return Math.min(...previous);
}

function maskOf(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) mask |= 1 << (word.charCodeAt(i) - 97);
  return mask >>> 0;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count += 1;
  return count;
}
