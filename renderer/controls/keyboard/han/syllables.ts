/** Characters by syllable, the commonest first. */
export type Syllables = ReadonlyMap<string, string>;

export interface Candidates {
  /** How many of the letters typed they stand for; the rest waits for the next character. */
  readonly length: number;
  readonly characters: readonly string[];
}

const mostCandidates = 60;

/** @param encoded as the build writes it: `man 文民萬;maa 馬` */
export function decodeSyllables(encoded: string): Syllables {
  return new Map(encoded.split(';').map((entry) => entry.split(' ') as [string, string]));
}

/**
 * What the letters typed so far can mean. A whole syllable comes first, then what it could still become; letters that run on past a
 * syllable (`chanman`) mean their longest syllable now and leave the rest.
 */
export function findCandidates(syllables: Syllables, letters: string): Candidates {
  if (letters === '') return { length: 0, characters: [] };
  for (let length = letters.length; length > 0; length -= 1) {
    const typed = letters.slice(0, length);
    const whole = syllables.get(typed) ?? '';
    const longer = length === letters.length ? listLonger(syllables, typed) : [];
    if (whole !== '' || longer.length > 0) {
      const characters = [...new Set([...whole, ...interleave(longer)])].slice(0, mostCandidates);
      return { length, characters };
    }
  }
  return { length: letters.length, characters: [] };
}

function listLonger(syllables: Syllables, typed: string): string[] {
  return [...syllables].flatMap(([syllable, found]) =>
    syllable.length > typed.length && syllable.startsWith(typed) ? [found] : [],
  );
}

/** The commonest of each, then the second of each, and so on: no syllable crowds out the others. */
function interleave(groups: readonly string[]): string[] {
  const lists = groups.map((group) => Array.from(group).slice(0, mostCandidates));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
}
