/** Combining marks of the Latin alphabets in use today, Vietnamese included (Unicode, "Combining Diacritical Marks"). */
const marks = [
  '\u0301', '\u0300', '\u0302', '\u0308', '\u0303', '\u030c', '\u0304', '\u0306', '\u0307', '\u030a', '\u030b', '\u0309',
  '\u0327', '\u0328', '\u0323', '\u031b',
] as const; // prettier-ignore

/** Letters that no mark makes. */
const others: Readonly<Record<string, string>> = {
  a: 'æ',
  d: 'đð',
  i: 'ı',
  l: 'ł',
  n: 'ŋ',
  o: 'øœ',
  s: 'ß',
  t: 'þ',
  A: 'Æ',
  D: 'ĐÐ',
  L: 'Ł',
  N: 'Ŋ',
  O: 'ØŒ',
  S: 'ẞ',
  T: 'Þ',
};

/**
 * The letters that a Latin letter can become, the commonest marks first: `e` → é è ê ë … A letter that has a mark offers a second one
 * (ê → ế ề ễ), which is how Vietnamese is written.
 */
export function findVariants(letter: string): string[] {
  if (!/^\p{Script=Latin}$/u.test(letter.normalize('NFC'))) return [];
  const marked = marks.map((mark) => (letter + mark).normalize('NFC')).filter((variant) => variant.length === 1);
  return [...marked, ...(others[letter] ?? '')];
}
