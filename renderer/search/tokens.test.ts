import { expect, test } from 'vitest';
import { tokenize, tokenizeQuery } from './tokens.ts';

test('names that engineers write with signs stay whole', () => {
  expect(tokenize('C++, C#, .NET, 5G and RISC-V.')).toEqual(
    expect.arrayContaining(['c++', 'c#', '.net', '5g', 'risc-v']),
  );
});

test('a hyphenated word is found whole and by its parts', () => {
  expect(tokenize('Mixed-signal')).toEqual(['mixed-signal', 'mixed', 'signal']);
});

test('Han text is cut into pairs, and its last character stands alone', () => {
  expect(tokenize('半導體')).toEqual(['半導', '導體', '體']);
  expect(tokenizeQuery('半導體')).toEqual(['半導', '導體']);
  expect(tokenizeQuery('半')).toEqual(['半']);
});

test('full width, case and accents do not matter', () => {
  expect(tokenize('ＦＰＧＡ Würmfeld')).toEqual(['fpga', 'wurmfeld']);
});

test('scripts mixed without spaces are told apart', () => {
  expect(tokenize('RF工程師')).toEqual(['rf', '工程', '程師', '師']);
});
