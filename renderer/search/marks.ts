export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * A text in parts, those that were found marked. Latin is found where a word begins, whatever its case; Han anywhere.
 * @param matched of a hit
 */
export function splitMarks(text: string, matched: readonly string[]): readonly MarkedPart[] {
  const wanted = matched.filter((word) => word !== '').toSorted((first, second) => second.length - first.length);
  if (wanted.length === 0) return text === '' ? [] : [{ text, isMarked: false }];
  const found = new RegExp(wanted.map(patternOf).join('|'), 'giv');
  const parts: MarkedPart[] = [];
  let end = 0;
  for (const match of text.matchAll(found)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isMarked: false });
    parts.push({ text: match[0], isMarked: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMarked: false });
  return parts;
}

function patternOf(word: string): string {
  const literal = word.replace(/[\^$.*+?()[\]{}|/]/gu, '\\$&');
  return /^\p{Script=Han}/u.test(word) ? literal : `(?<![[\\p{L}\\p{N}]--\\p{Script=Han}])${literal}`;
}
