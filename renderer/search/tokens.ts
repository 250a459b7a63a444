/**
 * Words of a text as the index knows them. Latin words in lower case and without accents, the names that engineers write with signs whole
 * (C++, C#, .NET, RISC-V); Han in pairs of characters (半導體 → 半導 導體 體), because there are no spaces between words. MiniSearch's
 * own tokens found 34 of 258 ads for 半導.
 */
const wordOrHan =
  /\p{Script=Han}+|\.?[[\p{L}\p{N}]--\p{Script=Han}][[\p{L}\p{N}\p{M}]--\p{Script=Han}]*(?:[\-'’.][[\p{L}\p{N}]--\p{Script=Han}][[\p{L}\p{N}\p{M}]--\p{Script=Han}]*)*(?:\+\+|#)?/gv;
const han = /^\p{Script=Han}/u;

export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  for (const [match] of normalize(text).matchAll(wordOrHan)) {
    if (han.test(match)) tokens.push(...hanPairs(match));
    else tokens.push(...latinWords(match));
  }
  return tokens;
}

/** Full width to half, accents off, lower case. */
function normalize(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .toLowerCase()
    .normalize('NFC');
}

/** A run is indexed by its pairs and its last character, so that one character typed finds it wherever it stands. */
function hanPairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/** A hyphenated word counts whole and in its parts: mixed-signal, mixed, signal. */
function latinWords(word: string): string[] {
  const parts = word.split(/[-'’]/u);
  return parts.length > 1 && parts.every((part) => part.length > 1) ? [word, ...parts] : [word];
}

/** As `tokenize`, for what a visitor typed: the last character of a Han run is dropped where a pair says it already. */
export function tokenizeQuery(text: string): string[] {
  const tokens: string[] = [];
  for (const [match] of normalize(text).matchAll(wordOrHan)) {
    if (!han.test(match)) tokens.push(match);
    else if (Array.from(match).length === 1) tokens.push(match);
    else tokens.push(...hanPairs(match).slice(0, -1));
  }
  return tokens;
}
