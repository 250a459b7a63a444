import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { err, ok, type Result } from '../result.ts';

/** 256 bits and a checksum of 8, 11 bits a word. */
export const keyWordCount = 24;

/** The event's private key as words for paper (BIP-39, English): their first four letters tell each from all others. */
export function toKeyWords(privateKey: Uint8Array): string[] {
  return entropyToMnemonic(privateKey, wordlist).split(' ');
}

export type KeyWordsFault =
  | { readonly kind: 'wrong-count'; readonly count: number }
  /** `at` counts from 1, as the paper does; `nearest` begins with the same letters. */
  | { readonly kind: 'unknown-word'; readonly at: number; readonly nearest: readonly string[] }
  /** Each is a word of the list, but one of them is another than on the paper, or two changed places. */
  | { readonly kind: 'wrong-checksum' };

/** Words in any case, with or without the paper's numbers and line breaks; four letters of each are enough. @returns 32 bytes */
export function parseKeyWords(typed: string): Result<Uint8Array, KeyWordsFault> {
  const words =
    typed
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const full = words.map((word) => wordlist.find((known) => known === word || isShortFor(word, known)));
  const at = full.indexOf(undefined);
  if (at >= 0) return err({ kind: 'unknown-word', at: at + 1, nearest: findNearest(words[at] ?? '') });
  if (words.length !== keyWordCount) return err({ kind: 'wrong-count', count: words.length });
  try {
    return ok(mnemonicToEntropy(full.join(' '), wordlist));
  } catch {
    return err({ kind: 'wrong-checksum' });
  }
}

function isShortFor(word: string, known: string): boolean {
  return word.length === 4 && known.startsWith(word);
}

function findNearest(word: string): string[] {
  const start = [3, 2, 1].map((length) => word.slice(0, length)).find((letters) => startsAny(letters)) ?? '';
  return start === '' ? [] : wordlist.filter((known) => known.startsWith(start)).slice(0, 5);
}

function startsAny(letters: string): boolean {
  return wordlist.some((known) => known.startsWith(letters));
}
