import { simplify } from '../../domain/text/simplify.ts';

/**
 * Words of a text as the index knows them. Latin words in lower case and without accents, the names that engineers write with signs whole
 * (C++, C#, .NET, RISC-V, R&D, 0.18); Han in simplified characters and in pairs (半導體 → 半导 导体 体), because there are no spaces
 * between words. MiniSearch's own tokens found 34 of 258 ads for 半導.
 */
const wordOrHan =
  /\p{Script=Han}+|\.?[[\p{L}\p{N}]--\p{Script=Han}][[\p{L}\p{N}\p{M}]--\p{Script=Han}]*(?:(?:[\-'’.]|&)[[\p{L}\p{N}]--\p{Script=Han}][[\p{L}\p{N}\p{M}]--\p{Script=Han}]*)*(?:\+\+|#)?/gv;
const han = /^\p{Script=Han}/u;
const accents = /(\p{Script=Latin})\p{M}+/gu;
const beyondAscii = /[^\0-\x7f]/u;

/** A Latin word, or all Han that stands together. */
export interface Run {
  readonly isHan: boolean;
  /** As it is indexed. */
  readonly text: string;
  /** Before Han was simplified. */
  readonly written: string;
}

export function splitRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const [written] of normalize(text).matchAll(wordOrHan)) {
    const isHan = han.test(written);
    runs.push({ isHan, text: isHan ? simplify(written) : written, written });
  }
  return runs;
}

/** Full width to half, accents off, lower case. */
export function normalize(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(accents, '$1').toLowerCase().normalize('NFC').replaceAll('’', "'");
}

export function tokenize(text: string): string[] {
  return splitRuns(text).flatMap((run) => (run.isHan ? hanTokens(run.text) : latinTokens(run.text)));
}

/** A run is indexed by its pairs and its last character, so that one character typed finds it wherever it stands. */
export function hanTokens(run: string): string[] {
  const characters = Array.from(run);
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/** The pairs alone: what a document must have that has the run. One character is itself. */
export function hanPairs(run: string): string[] {
  return Array.from(run).length === 1 ? [run] : hanTokens(run).slice(0, -1);
}

/** A hyphenated word counts whole, in its parts and in one: mixed-signal, mixed, signal, mixedsignal. */
export function latinTokens(word: string): string[] {
  if (word.endsWith("'s")) return [word, ...latinTokens(word.slice(0, -2))];
  const parts = splitParts(word);
  if (parts.length === 1) return [word];
  const joined = word.includes('-') ? [parts.join('')] : [];
  return parts.every((part) => part.length > 1) ? [word, ...parts, ...joined] : [word, ...joined];
}

/** Of a hyphenated word; another is its only part. */
export function splitParts(word: string): string[] {
  const parts = word.split(/[-'&.]/u);
  return parts.includes('') || /\d\.\d/u.test(word) ? [word] : parts;
}
