export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * A text in parts, those that were found marked. Latin is found where a word begins, whatever its case, width and accents; Han anywhere.
 * @param matched of a hit
 */
export function splitMarks(text: string, matched: readonly string[]): readonly MarkedPart[] {
  const wanted = matched
    .map((word) => fold(word).letters)
    .filter((word) => word !== '')
    .toSorted((first, second) => second.length - first.length);
  if (wanted.length === 0) return text === '' ? [] : [{ text, isMarked: false }];
  const { letters, starts } = fold(text);
  const found = new RegExp(wanted.map(patternOf).join('|'), 'gv');
  const parts: MarkedPart[] = [];
  let end = 0;
  for (const match of letters.matchAll(found)) {
    const from = starts[match.index] ?? text.length;
    const to = starts[match.index + match[0].length] ?? text.length;
    if (from < end || to <= from) continue;
    if (from > end) parts.push({ text: text.slice(end, from), isMarked: false });
    parts.push({ text: text.slice(from, to), isMarked: true });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMarked: false });
  return parts;
}

/** Letters as they are compared, and where each begins in the text. */
function fold(text: string): { readonly letters: string; readonly starts: readonly number[] } {
  let letters = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const start = at;
    starts.push(...Array.from({ length: folded.length }, () => start));
    letters += folded;
    at += character.length;
  }
  return { letters, starts };
}

function patternOf(word: string): string {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  return /^\p{Script=Han}/u.test(word) ? literal : `(?<![[\\p{L}\\p{N}]--\\p{Script=Han}])${literal}`;
}
