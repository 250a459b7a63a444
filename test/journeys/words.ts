import type { Language } from '../../domain/localised.ts';
import { en, type Words } from '../../renderer/words/en.ts';
import { zhHans } from '../../renderer/words/zh-hans.ts';
import { zhHant } from '../../renderer/words/zh-hant.ts';

const words: Readonly<Record<Language, Words>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** What the screens say, so that a journey finds buttons and fields by what a visitor reads on them. */
export function wordsOf(language: Language): Words {
  return words[language];
}

/** What the language is called on the screen where it is chosen. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};
