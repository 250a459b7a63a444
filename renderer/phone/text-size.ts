const encoder = new TextEncoder();
/** By characters as people see them. */
export const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ellipsis = '…';

/** Bytes of UTF-8. */
export function sizeOf(text: string): number {
  return encoder.encode(text).length;
}

/** The text, or as much of its beginning as fits with an ellipsis, never half a character. */
export function shorten(text: string, bytes: number): string {
  if (sizeOf(text) <= bytes) return text;
  let kept = '';
  let size = sizeOf(ellipsis);
  for (const { segment } of segmenter.segment(text)) {
    size += sizeOf(segment);
    if (size > bytes) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${ellipsis}`;
}
