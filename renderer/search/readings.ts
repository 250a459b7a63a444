import { pinyin } from 'pinyin-pro';
import { getJyutpingList } from 'to-jyutping';
import { simplify } from '../../domain/text/simplify.ts';

/**
 * What Han sounds like, in Jyutping (to-jyutping, data of rime-cantonese, CC BY 4.0) and Pinyin (pinyin-pro, MIT), without tones. Not the
 * documents are read but the distinct runs of Han in their titles and names and in the synonyms: whoever types `jicheng dianlu` has then
 * typed 集成电路, as with an input method, and that is looked for everywhere.
 */
export interface Readings {
  /** Sorted: every reading from any of its syllables to the end of its run. */
  readonly keys: readonly string[];
  /** Of each key: where its syllables end, as characters of a string (`\u0002\u0007…`), and the Han, simplified. */
  readonly ends: readonly string[];
  readonly han: readonly string[];
}

/** Enough for a whole name; longer ones are found by their beginning. */
const longest = 10;

/** @param runs of Han as they are written; the reading of a character depends on its script and its neighbours */
export function buildReadings(runs: Iterable<string>): Readings {
  const rows = new Map<string, { key: string; ends: string; han: string }>();
  for (const run of new Set(runs)) {
    const characters = Array.from(run);
    const simple = Array.from(simplify(run));
    for (const syllables of readSyllables(run)) {
      if (syllables.length !== characters.length) continue;
      for (let start = 0; start < syllables.length; start += 1) {
        const part = syllables.slice(start, start + longest);
        if (part.includes('')) continue;
        const key = part.join('');
        const han = simple.slice(start, start + longest).join('');
        let end = 0;
        const ends = part.map((syllable) => String.fromCharCode((end += syllable.length))).join('');
        rows.set(`${key} ${han}`, { key, ends, han });
      }
    }
  }
  const sorted = [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return {
    keys: sorted.map(({ key }) => key),
    ends: sorted.map(({ ends }) => ends),
    han: sorted.map(({ han }) => han),
  };
}

/** What was read once: a catalogue that changes has most of its names from before. */
const read = new Map<string, readonly (readonly string[])[]>();
const mostRead = 50_000;

function readSyllables(run: string): readonly (readonly string[])[] {
  const known = read.get(run);
  if (known) return known;
  if (read.size >= mostRead) read.clear();
  const syllables = [readPinyin(run), readJyutping(run)];
  read.set(run, syllables);
  return syllables;
}

/** ü as u, as it is typed where accents are taken off. */
function readPinyin(run: string): string[] {
  return pinyin(run, { toneType: 'none', type: 'array', v: true }).map((syllable) =>
    /^[a-z]+$/u.test(syllable) ? syllable.replace('v', 'u') : '',
  );
}

function readJyutping(run: string): string[] {
  return getJyutpingList(run).map(([, reading]) => reading?.replace(/\d/gu, '') ?? '');
}

/** Most candidates for one reading: `ji` begins too many. */
const mostFound = 400;

export interface ReadHan {
  readonly han: string;
  readonly syllables: number;
  /** Whether the last syllable was typed to its end. */
  readonly isWhole: boolean;
}

/**
 * Han that is read as was typed, as far as it was typed.
 * @param words Latin, in a row; tones may be there or not, and a blank only where a syllable ends
 */
export function readHan({ keys, ends, han }: Readings, words: readonly string[]): readonly ReadHan[] {
  const typed = words.map((word) => word.replace(/(?<=[a-z])[1-6]/gu, '').replace(/(?<=[ln])v/u, 'u'));
  const key = typed.join('');
  if (!/^[a-z]+$/u.test(key)) return [];
  const breaks: number[] = [];
  let length = 0;
  for (const word of typed) breaks.push((length += word.length));
  const found = new Map<string, ReadHan>();
  const first = firstFrom(keys, key);
  for (let row = first; row < Math.min(keys.length, first + mostFound); row += 1) {
    if (!keys[row]?.startsWith(key)) break;
    const syllableEnds = Array.from(ends[row] ?? '', (end) => end.charCodeAt(0));
    if (!breaks.slice(0, -1).every((end) => syllableEnds.includes(end))) continue;
    const whole = syllableEnds.filter((end) => end <= key.length).length;
    const isWhole = syllableEnds.includes(key.length);
    const read = Array.from(han[row] ?? '')
      .slice(0, isWhole ? whole : whole + 1)
      .join('');
    found.set(read, { han: read, syllables: whole, isWhole });
  }
  return [...found.values()];
}

/** Place of the first that is not before the wanted one; `sorted` by code units. */
export function firstFrom(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
