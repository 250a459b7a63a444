import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { keyWordCount, parseKeyWords, toKeyWords } from './key-words.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

it('gives every key back from its words, numbered and broken as on the paper, whole or their first four letters', () => {
  fc.assert(
    fc.property(key, fc.boolean(), (bytes, isShort) => {
      const words = toKeyWords(bytes).map((word) => (isShort ? word.slice(0, 4) : word.toUpperCase()));
      const paper = words.map((word, at) => `${at + 1}. ${word}${at % 4 === 3 ? '\n' : '  '}`).join('');
      const parsed = parseKeyWords(paper);
      expect(parsed.ok && Buffer.from(parsed.value).equals(bytes)).toBe(true);
    }),
  );
});

it('is the standard’s: the words of the BIP-39 vector for 32 bytes 0x80', () => {
  const words =
    'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic';
  const rest = 'avoid letter advice cage absurd amount doctor acoustic bless';
  expect(toKeyWords(new Uint8Array(32).fill(0x80)).join(' ')).toBe(`${words} ${rest}`);
});

it('names the word that is not in the list, with those it may have been', () => {
  const words = toKeyWords(new Uint8Array(32).fill(0x80));
  expect(parseKeyWords(words.with(6, 'acustic').join(' '))).toEqual({
    ok: false,
    reason: {
      kind: 'unknown-word',
      at: 7,
      nearest: wordlist.filter((word) => word.startsWith('ac')).slice(0, 5),
    },
  });
  expect(parseKeyWords(words.slice(1).join(' '))).toEqual({ ok: false, reason: { kind: 'wrong-count', count: 23 } });
});

it('tells a wrong word that is in the list from the right one, but for one in 256', () => {
  let unnoticed = 0;
  const runs = 2000;
  fc.assert(
    fc.property(key, fc.nat(keyWordCount - 1), fc.constantFrom(...wordlist), (bytes, at, word) => {
      const words = toKeyWords(bytes);
      fc.pre(words[at] !== word);
      if (parseKeyWords(words.with(at, word).join(' ')).ok) unnoticed += 1;
    }),
    { numRuns: runs, seed: 1 },
  );
  expect(unnoticed).toBeLessThan((3 * runs) / 256);
});
