import { decodeRanges, includesCodePoint, type CodePointRanges } from './code-point-set.ts';

export interface Coverage {
  /** What at least one bundled face draws. */
  readonly anyFace: CodePointRanges;
  /** What each face draws that holds combining marks. */
  readonly combiningFaces: readonly CodePointRanges[];
}

export function decodeCoverage(encoded: { anyFace: string; combiningFaces: readonly string[] }): Coverage {
  return { anyFace: decodeRanges(encoded.anyFace), combiningFaces: encoded.combiningFaces.map(decodeRanges) };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Joiners and variation selectors: when a face lacks one, it draws nothing for it and the character before stays as it is. */
const invisible = /\p{Join_Control}|\p{Variation_Selector}/gu;
/** Drawn in colours by the machine's own emoji font, or as a box where there is none. */
const emoji = /\p{Emoji_Presentation}|\ufe0f/u;

/** The characters of a text, as a person counts them, that no bundled font draws; each once, in order of appearance. */
export function uncoveredBy(coverage: Coverage, text: string): string[] {
  const uncovered = new Set<string>();
  for (const { segment } of segmenter.segment(text)) {
    if (!isCovered(coverage, segment)) uncovered.add(segment);
  }
  return [...uncovered];
}

function isCovered(coverage: Coverage, grapheme: string): boolean {
  if (/^\s+$/u.test(grapheme)) return true;
  if (emoji.test(grapheme)) return false;
  const visible = grapheme.replace(invisible, '');
  if (visible === '' || /\p{Cc}/u.test(visible)) return false;
  const forms = [visible.normalize('NFC'), visible.normalize('NFD')].map(codePointsOf);
  return forms.some((form) => {
    const isMarked = form.length > 1 && /\p{M}/u.test(visible);
    if (!isMarked) return form.every((codePoint) => includesCodePoint(coverage.anyFace, codePoint));
    return coverage.combiningFaces.some((face) => form.every((codePoint) => includesCodePoint(face, codePoint)));
  });
}

function codePointsOf(text: string): number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0);
}
