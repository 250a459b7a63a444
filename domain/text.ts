/**
 * What must never reach a label or a printer: C0, C1 and DEL, bidirectional controls, other format characters but the two joiners
 * that Arabic and Indic scripts need, line and paragraph separators, unassigned, private and lone surrogates.
 */
const unprintable = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/** One line of printable text: NFC, unprintable characters out, runs of space to one, ends trimmed. */
export function toSingleLine(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\t\r\n\u2028\u2029]/g, ' ')
    .replace(unprintable, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as a person counts them. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
