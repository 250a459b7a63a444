/** Written as on the card, `A123456(3)`, or with a dash, spaces or nothing before the digits; Han letters may touch it, Latin ones not. */
const pattern =
  /(?<![\p{Script=Latin}\p{N}])([A-Z]{1,2})[\s-]?(\d{6})\s?[-(]?\s?([0-9A])\s?\)?(?![\p{Script=Latin}\p{N}@])/giu;

/**
 * True when a text holds a valid Hong Kong identity card number: one or two letters, six digits and a check digit that fits
 * (weights 9 to 2, a missing first letter counts as 36, modulo 11). A kiosk never keeps one. What stands right before an @ is part of an
 * e-mail address: universities make them of a letter and seven digits, and every eleventh would be refused.
 */
export function containsHkid(text: string): boolean {
  for (const match of text.normalize('NFKC').matchAll(pattern)) {
    const [, letters = '', digits = '', check = ''] = match;
    if (isValid(letters.toUpperCase(), digits, check.toUpperCase())) return true;
  }
  return false;
}

function isValid(letters: string, digits: string, check: string): boolean {
  const prefix = [...letters].map((letter) => letter.charCodeAt(0) - 55);
  const values = [...(prefix.length === 1 ? [36, ...prefix] : prefix), ...[...digits].map(Number)];
  const sum = values.reduce((total, value, index) => total + value * (9 - index), 0);
  return (sum + (check === 'A' ? 10 : Number(check))) % 11 === 0;
}
