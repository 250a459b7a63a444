import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hanPairs, splitRuns, tokenize } from './tokens.ts';

test('names that engineers write with signs stay whole', () => {
  expect(tokenize('C++, C#, .NET, 5G, R&D, 0.18 and RISC-V.')).toEqual(
    expect.arrayContaining(['c++', 'c#', '.net', '5g', 'r&d', '0.18', 'risc-v']),
  );
});

test('a hyphenated word is found whole, by its parts and in one', () => {
  expect(tokenize('Mixed-signal')).toEqual(['mixed-signal', 'mixed', 'signal', 'mixedsignal']);
  expect(tokenize('e-mail')).toEqual(['e-mail', 'email']);
});

test('Han text is cut into pairs, and its last character stands alone', () => {
  expect(tokenize('半導體')).toEqual(['半导', '导体', '体']);
  expect(hanPairs('半导体')).toEqual(['半导', '导体']);
  expect(hanPairs('半')).toEqual(['半']);
});

test('the scripts of Hong Kong, Taiwan and the mainland are one', () => {
  expect(tokenize('為裏線')).toEqual(tokenize('为里线'));
  expect(tokenize('爲裡綫')).toEqual(tokenize('为里线'));
  expect(splitRuns('積體電路')).toEqual([{ isHan: true, text: '积体电路', written: '積體電路' }]);
});

test('full width, case and accents do not matter', () => {
  expect(tokenize('ＦＰＧＡ Würmfeld')).toEqual(['fpga', 'wurmfeld']);
});

test('scripts mixed without spaces are told apart', () => {
  expect(tokenize('RF工程師')).toEqual(['rf', '工程', '程师', '师']);
});

test('what is a word once is one word again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { isHan, text: word } of splitRuns(text)) {
        if (!isHan) expect(splitRuns(word).map((run) => run.text)).toContain(word);
      }
    }),
  );
});
