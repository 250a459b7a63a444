/** About how wide a text is in the condensed type of a map, as a multiple of its size: enough to choose a place for it. */
export function widthInEms(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0);
}

function widthOf(character: string): number {
  if (/[\u2e80-\uffef]/u.test(character)) return 1;
  if (/\p{Lu}/u.test(character)) return 0.64;
  return /\d/u.test(character) ? 0.56 : 0.5;
}
