import { listExact, listForHan, listForPhrase, listForWord, listReadings, type Alternative } from './alternatives.ts';
import type { Lexicon } from './lexicon.ts';
import { hanNegators, negators, stopWords } from './stop-words.ts';
import { splitParts, splitRuns, type Run } from './tokens.ts';

/** One thing that was asked for: a word, a name of several words, or what is not wanted. */
export interface Unit {
  /** As typed, to be typed again without another. */
  readonly text: string;
  readonly alternatives: readonly Alternative[];
  readonly isDenied: boolean;
}

const longestPhrase = 4;
const longestReading = 8;

/** What was typed, as the things that a document must all have. Empty when nothing was. */
export function parseQuery(text: string, lexicon: Lexicon): readonly Unit[] {
  const runs = splitRuns(text);
  const meant = collectUnits(runs, lexicon, stopWords);
  return meant.length > 0 ? meant : collectUnits(runs, lexicon, new Set());
}

function collectUnits(runs: readonly Run[], lexicon: Lexicon, ignored: ReadonlySet<string>): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  let denied = '';
  const add = (unit: Omit<Unit, 'isDenied'>) => {
    units.push(
      denied === '' ? { ...unit, isDenied: false } : { ...unit, text: `${denied}${unit.text}`, isDenied: true },
    );
    denied = '';
  };
  while (at < runs.length) {
    const run = runs[at];
    if (!run) break;
    if (run.isHan) {
      for (const piece of splitHan(run, lexicon)) {
        if (piece.isNegator) denied = piece.written;
        else if (!ignored.has(piece.han)) {
          add({ text: piece.written, alternatives: listForHan(piece.han, piece.written, lexicon) });
        }
      }
      at += 1;
      continue;
    }
    const isLast = at === runs.length - 1;
    const phrase = findPhrase(runs.slice(at, at + longestPhrase), lexicon);
    if (!phrase && negators.has(run.text) && !isLast && ignored.size > 0) {
      denied = `${run.text} `;
      at += 1;
      continue;
    }
    const reading = phrase ?? findReading(runs.slice(at, at + longestReading), lexicon);
    if (reading) {
      add(reading);
      at += reading.length;
      continue;
    }
    if (!ignored.has(run.text) || (isLast && units.length === 0)) {
      const alternatives = denied
        ? listExact(splitParts(run.text).join(' '), run.text, lexicon)
        : listForWord(run.text, lexicon, isLast);
      add({ text: run.text, alternatives });
    }
    at += 1;
  }
  return units;
}

interface Span extends Omit<Unit, 'isDenied'> {
  /** In runs. */
  readonly length: number;
}

/** The longest name that the synonyms know. */
function findPhrase(runs: readonly Run[], lexicon: Lexicon): Span | null {
  for (const span of latinSpans(runs)) {
    const words = span.flatMap((run) => splitParts(run.text));
    const key = words.join(' ');
    if (words.length > 1 && lexicon.synonyms.has(key)) {
      const text = span.map((run) => run.text).join(' ');
      return { text, alternatives: listForPhrase(key, words, lexicon), length: span.length };
    }
  }
  return null;
}

/** The longest row of words that Han sounds like, unless all of them are words of the documents. */
function findReading(runs: readonly Run[], lexicon: Lexicon): Span | null {
  for (const span of latinSpans(runs)) {
    const words = span.map((run) => run.text);
    if (words.length < 2 || words.every((word) => lexicon.placeOf(word) >= 0)) continue;
    const readings = listReadings(words, lexicon, 1);
    if (readings.length > 0) return { text: words.join(' '), alternatives: readings, length: words.length };
  }
  return null;
}

/** Rows of Latin words from the first on, the longest first. */
function latinSpans(runs: readonly Run[]): Run[][] {
  const end = runs.findIndex((run) => run.isHan);
  const row = end < 0 ? runs : runs.slice(0, end);
  return row.map((_, index) => row.slice(0, row.length - index));
}

interface Piece {
  readonly han: string;
  readonly written: string;
  readonly isNegator: boolean;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const longestName = 8;

/**
 * A run of Han as words: the synonyms' names first, then words of the platform's dictionary. A single character that is no word by itself
 * goes with its neighbour, because it says too little alone.
 */
function splitHan({ text, written }: Run, { synonyms }: Lexicon): Piece[] {
  const characters = Array.from(text);
  const letters = Array.from(written);
  const ends = wordEnds(text);
  const pieces: (Piece & { readonly isKnown: boolean })[] = [];
  const cut = (start: number, end: number, kind: Pick<Piece, 'isNegator'> & { isKnown: boolean }) => {
    pieces.push({ han: characters.slice(start, end).join(''), written: letters.slice(start, end).join(''), ...kind });
  };
  let at = 0;
  while (at < characters.length) {
    const rest = characters.slice(at).join('');
    const negator = hanNegators.find((each) => rest.startsWith(each) && rest.length > each.length);
    const name = longestNameAt(characters, at, synonyms.hanKeys);
    if (negator !== undefined) {
      cut(at, at + negator.length, { isNegator: true, isKnown: true });
      at += negator.length;
    } else if (name > 0) {
      cut(at, at + name, { isNegator: false, isKnown: true });
      at += name;
    } else {
      const end = ends.find((each) => each > at) ?? characters.length;
      const previous = pieces.at(-1);
      const piece = characters.slice(at, end).join('');
      const isSingle = (word: string) => Array.from(word).length === 1 && !stopWords.has(word);
      if (
        previous &&
        !previous.isKnown &&
        !stopWords.has(previous.han) &&
        (isSingle(piece) || isSingle(previous.han))
      ) {
        pieces.pop();
        const start = at - Array.from(previous.han).length;
        cut(start, end, { isNegator: false, isKnown: false });
      } else {
        cut(at, end, { isNegator: false, isKnown: false });
      }
      at = end;
    }
  }
  return pieces;
}

function longestNameAt(characters: readonly string[], at: number, names: ReadonlySet<string>): number {
  for (let length = Math.min(longestName, characters.length - at); length > 1; length -= 1) {
    if (names.has(characters.slice(at, at + length).join(''))) return length;
  }
  return 0;
}

/** In characters. */
function wordEnds(text: string): number[] {
  let end = 0;
  return Array.from(segmenter.segment(text), ({ segment }) => (end += Array.from(segment).length));
}
