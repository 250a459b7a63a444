import type { Language, Localised } from '../../localised.ts';
import { guessLanguage } from '../guess-language.ts';
import { isObject } from '../pick-value.ts';

/**
 * A text, or one per language under BCP 47 tags as in IMDF's LABELS (`zh-Hant`, `zh-HK`, `zh-Hans-CN`, `en-GB`), in our languages; null when
 * there is nothing to read. A text in none of our languages stands for English, so that it is shown at all.
 */
export function toLocalised(written: unknown, language?: Language): Localised | null {
  if (typeof written === 'number') return toLocalised(String(written), language);
  if (Array.isArray(written))
    return toLocalised(written.filter((each) => typeof each === 'string').join(', '), language);
  if (typeof written === 'string') {
    const text = written.trim();
    return text === '' ? null : { [language ?? guessLanguage(text)]: text };
  }
  if (!isObject(written)) return null;
  const texts = Object.entries(written).flatMap(([tag, text]) =>
    typeof text === 'string' && text.trim() !== '' ? [{ language: toLanguage(tag), text: text.trim() }] : [],
  );
  const known = texts.toReversed().flatMap(({ language: own, text }) => (own === null ? [] : [[own, text] as const]));
  if (known.length > 0) return Object.fromEntries(known);
  return texts[0] === undefined ? null : { en: texts[0].text };
}

function toLanguage(tag: string): Language | null {
  const parts = tag.toLowerCase().split(/[-_]/);
  if (parts[0] === 'en') return 'en';
  if (parts[0] === 'yue') return parts.includes('hans') ? 'zh-Hans' : 'zh-Hant';
  if (parts[0] !== 'zh') return null;
  return parts.includes('hant') || ['tw', 'hk', 'mo'].some((region) => parts.includes(region)) ? 'zh-Hant' : 'zh-Hans';
}
