import { languages, type Language } from '../localised.ts';

/**
 * The kiosk's language in which a text with this BCP 47 tag is shown, and whether it is that language. A text in a language that kiosks do
 * not speak stands under `en`, because its readers find Latin letters there. Of several tags, parted by commas, the first that the kiosk
 * speaks counts. Null when the tag says nothing.
 */
export function nearestLanguage(tag: string): { language: Language; isSpoken: boolean } | null {
  const read = tag.split(/[,;/|]/).flatMap((part) => readTag(part.trim().replaceAll('_', '-')) ?? []);
  return read.find(({ isSpoken }) => isSpoken) ?? read[0] ?? null;
}

function readTag(tag: string): { language: Language; isSpoken: boolean } | null {
  if (tag === '') return null;
  const named = names[tag.toLowerCase()];
  if (named !== undefined) return { language: named, isSpoken: true };
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
  if (['zh', 'yue', 'cmn', 'wuu', 'nan', 'hak', 'lzh'].includes(locale.language)) {
    return { language: locale.script === 'Hant' ? 'zh-Hant' : 'zh-Hans', isSpoken: true };
  }
  return { language: 'en', isSpoken: locale.language === 'en' };
}

/** How people write languages where a tag should stand. */
const names: Readonly<Record<string, Language>> = {
  ...Object.fromEntries(languages.map((language) => [language.toLowerCase(), language])),
  english: 'en',
  chinese: 'zh-Hans',
  cn: 'zh-Hans',
  'simplified chinese': 'zh-Hans',
  'traditional chinese': 'zh-Hant',
  tw: 'zh-Hant',
  hk: 'zh-Hant',
  mandarin: 'zh-Hans',
  cantonese: 'zh-Hant',
  英文: 'en',
  中文: 'zh-Hans',
  简体中文: 'zh-Hans',
  繁體中文: 'zh-Hant',
};
