import { expect, it } from 'vitest';
import { nearestLanguage } from './nearest-language.ts';

it.each([
  ['en', 'en', true],
  ['en-GB', 'en', true],
  ['en_US', 'en', true],
  ['English', 'en', true],
  ['zh', 'zh-Hans', true],
  ['zh-CN', 'zh-Hans', true],
  ['zh-HK', 'zh-Hant', true],
  ['zh-tw', 'zh-Hant', true],
  ['zh-Hant-MO', 'zh-Hant', true],
  ['yue', 'zh-Hant', true],
  ['cmn', 'zh-Hans', true],
  ['de', 'en', false],
  ['ja', 'en', false],
  ['de, en', 'en', true],
  ['de/zh-TW', 'zh-Hant', true],
])('%s is shown as %s', (tag, language, isSpoken) => {
  expect(nearestLanguage(tag)).toEqual({ language, isSpoken });
});

it.each(['', ' ', ',', '12', '!!'])('%j says nothing', (tag) => {
  expect(nearestLanguage(tag)).toBeNull();
});
