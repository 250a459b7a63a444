import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeCoverage, readOrders } from './coverage-plugin.ts';
import { shareOut } from './share-out.ts';
import { decodeCoverage, uncoveredBy, type Coverage } from './uncovered.ts';
import { importedStylesheets, readFaces } from './read-faces.ts';

const stylesheet = fileURLToPath(new URL('../../look/fonts.css', import.meta.url));
let coverage: Coverage;

beforeAll(() => {
  const orders = readOrders(readFileSync(stylesheet, 'utf8'));
  const faces = shareOut(importedStylesheets(stylesheet).flatMap(readFaces), orders);
  coverage = decodeCoverage(encodeCoverage(faces.map((face) => face.codePoints)));
}, 30_000);

test.each([
  ['Latin', 'Zoë Ødegård-Łukasiewicz Ağaoğlu Ștefan Þór'],
  ['Greek', 'Γιώργος Παπαδόπουλος'],
  ['Cyrillic', 'Олександр Ґалаґан Ђорђе'],
  ['Vietnamese', 'Nguyễn Thị Ngọc Hằng'],
  ['Han as written in Hong Kong', '陳大文 邨埗啲嘅喺㗎 𡃁'],
  ['simplified Han', '陈大文 欧阳锋'],
  ['Kana', 'やまだ タロウ ﾔﾏﾀﾞ'],
  ['Hangul', '김철수 뷁'],
  ['Arabic', 'محمد عبد الله بن سَلمان'],
  ['Hebrew', 'יעל כהן־לוי שָׁלוֹם'],
  ['Devanagari', 'राजेश क्षत्रिय श्रीवास्तव'],
  ['Thai', 'กิตติศักดิ์ ณ อยุธยา'],
])('%s is covered', (_, text) => {
  expect(uncoveredBy(coverage, text)).toEqual([]);
});

test.each([
  ['an emoji', 'Ada 😀', ['😀']],
  ['a sign that asks for its emoji form', 'Ada ❤\ufe0f', ['❤\ufe0f']],
  ['a family joined of emoji', '👩\u200d👧', ['👩\u200d👧']],
  ['a flag', '🇭🇰', ['🇭🇰']],
  ['a script that is not bundled, each character once', 'Հայկ Հ', ['Հ', 'ա', 'յ', 'կ']],
  ['a rare Han character', '𠮷野', ['𠮷']],
  ['a control character', 'a\u0001', ['\u0001']],
  ['a mark that no face can set on its letter', 'x\u0323', ['x\u0323']],
])('%s is found', (_, text, expected) => {
  expect(uncoveredBy(coverage, text)).toEqual(expected);
});

describe('sequences', () => {
  test('a mark is drawn when one face holds it and its letter', () => {
    expect(uncoveredBy(coverage, 'ẹ\u0301 n\u0304')).toEqual([]);
  });
  test('a decomposed letter counts as the composed one', () => {
    expect(uncoveredBy(coverage, 'Ngu\u0079\u0065\u0302\u0303n')).toEqual([]);
  });
  test('joiners and variation selectors that a face lacks draw nothing', () => {
    expect(uncoveredBy(coverage, 'می\u200cخواهم 葛\u{e0100}')).toEqual([]);
  });
  test('spaces are never a box', () => {
    expect(uncoveredBy(coverage, 'a\u3000b\u00a0c')).toEqual([]);
  });
});
