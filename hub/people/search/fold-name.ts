import { simplify } from '../../../domain/text/simplify.ts';

/** Accents and vowel points; not the marks that make a Thai, Indic or Japanese letter another one. */
const accents =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/g;
/** Letters that Unicode does not take apart, as they are typed where a keyboard lacks them; and Arabic letters that are written either way. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
};
const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
const beyondAscii = /[^\u0020-\u007e]/;
const han = /\p{Script=Han}/u;
const betweenWords = /[^\p{L}\p{N}\p{M}]+/u;

/**
 * The words of a name as they are compared: width and case (NFKC), accents, and simplified or traditional Han make no difference. Hyphens,
 * apostrophes and dots part words as spaces do.
 */
export function foldName(name: string): string[] {
  return foldLetters(name)
    .split(betweenWords)
    .filter((word) => word !== '');
}

function foldLetters(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(plainLetter, (letter) => plainLetters[letter] ?? letter);
  return han.test(plain) ? simplify(plain) : plain;
}
