/**
 * Lines that do not run into each other, as a multiple of the size: by the highest and lowest marks that a script stacks in the bundled
 * fonts, not by the fonts' own line gap, which would leave names loose.
 */
const lineHeights: readonly (readonly [pattern: RegExp, lineHeight: number])[] = [
  [/\p{Script=Arabic}/u, 1.4],
  [/\p{Script=Thai}|\p{Script=Devanagari}/u, 1.4],
  [/[\u1ea0-\u1ef9]|\p{M}/u, 1.3],
  [/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u, 1.2],
  [/[\u00c0-\u024f]|\p{Script=Hebrew}|\p{Script=Greek}/u, 1.2],
];

export function lineHeightOf(text: string): number {
  return lineHeights.find(([pattern]) => pattern.test(text))?.[1] ?? 1.08;
}
