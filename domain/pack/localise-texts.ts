import type { Language, Localised } from '../localised.ts';
import { nearestLanguage } from '../text/nearest-language.ts';
import { guessLanguage } from './guess-language.ts';

/** A text and the tag of its language, where there is one. */
export interface TaggedText {
  readonly text: string;
  readonly tag: string | null;
}

/**
 * Texts of one thing under the kiosk's languages; the first of each stays. `isForeign` when one of them is in a language that the kiosk does
 * not speak. Undefined when there is no text.
 * @param usual language of texts without a tag; null: by their characters
 */
export function localiseTexts(
  texts: readonly TaggedText[],
  usual: Language | null,
): { localised: Localised | undefined; isForeign: boolean } {
  const localised: Partial<Record<Language, string>> = {};
  let isForeign = false;
  const read = texts
    .filter(({ text }) => text !== '')
    .map(({ text, tag }) => ({
      text,
      ...(nearestLanguage(tag ?? '') ?? { language: usual ?? guessLanguage(text), isSpoken: true }),
    }));
  for (const { text, language, isSpoken } of read.toSorted((a, b) => Number(b.isSpoken) - Number(a.isSpoken))) {
    if (localised[language] !== undefined) continue;
    localised[language] = text;
    if (!isSpoken) isForeign = true;
  }
  return { localised: Object.keys(localised).length === 0 ? undefined : localised, isForeign };
}
