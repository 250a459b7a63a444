/** About how wide a text is in the condensed type of a map, as a multiple of its size: enough to choose a place for it. */
export function widthInEms(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.5), 0);
}
