import { hanTokens, latinTokens, splitParts, splitRuns } from './tokens.ts';

/** Names of more than one Latin word ("integrated circuit") by their first word, each as the words that follow it. */
export type PhraseFinder = ReadonlyMap<string, readonly (readonly string[])[]>;

export function createPhraseFinder(phrases: Iterable<string>): PhraseFinder {
  const finder = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const [first = '', ...others] = phrase.split(' ');
    finder.set(first, [...(finder.get(first) ?? []), others]);
  }
  return finder;
}

/** Before what stands after "no" or 不: a job without nights speaks of nights, too. */
export const denial = '¬';
const latinNegators = new Set(['no', 'not', 'never', 'without', "don't"]);
const reachOfDenial = 3;
const hanNegator = /[不無无毋免沒没]/gu;

interface Word {
  readonly text: string;
  readonly isDenied: boolean;
}

/** Every term by which a text is found: its words, its pairs of Han, known phrases, and what it denies. */
export function readWords(text: string, phrases: PhraseFinder): string[] {
  const words: string[] = [];
  // Latin words in a row, hyphens undone, for the phrases.
  let row: Word[] = [];
  const endRow = () => {
    if (row.length > 1) words.push(...findPhrases(row, phrases));
    row = [];
  };
  let denied = 0;
  for (const run of splitRuns(text)) {
    if (run.isHan) {
      endRow();
      words.push(...hanTokens(run.text), ...deniedHan(run.text));
      denied = 0;
      continue;
    }
    const tokens = latinTokens(run.text);
    const isDenied = denied > 0;
    words.push(...tokens, ...(isDenied ? tokens.map((token) => denial + token) : []));
    row.push(...splitParts(run.text).map((part) => ({ text: part, isDenied })));
    denied = latinNegators.has(run.text) ? reachOfDenial : Math.max(0, denied - 1);
  }
  endRow();
  return words;
}

function findPhrases(row: readonly Word[], phrases: PhraseFinder): string[] {
  return row.flatMap((first, start) =>
    (phrases.get(first.text) ?? [])
      .filter((others) =>
        others.every((word, index) => isSame(row[start + 1 + index]?.text, word, index === others.length - 1)),
      )
      .flatMap((others) => {
        const phrase = [first.text, ...others].join(' ');
        return first.isDenied ? [phrase, denial + phrase] : [phrase];
      }),
  );
}

/** The last word may be one of several: image sensors. */
function isSame(word: string | undefined, wanted: string, isLast: boolean): boolean {
  return word === wanted || (isLast && word === `${wanted}s`);
}

function deniedHan(run: string): string[] {
  return [...run.matchAll(hanNegator)].flatMap(({ index }) =>
    hanTokens(run.slice(index + 1, index + 7)).map((token) => denial + token),
  );
}
