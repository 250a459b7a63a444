import { z } from 'zod';

/** The languages a kiosk speaks, as BCP 47 tags, in the order in which they are offered. */
export const languages = ['en', 'zh-Hant', 'zh-Hans'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** A text in at least one language. */
export const localisedSchema = z
  .strictObject({
    en: z.string().trim().min(1),
    'zh-Hant': z.string().trim().min(1),
    'zh-Hans': z.string().trim().min(1),
  })
  .partial()
  .refine((text) => Object.keys(text).length > 0, {
    message: 'needs a text in at least one of en, zh-Hant, zh-Hans',
  });
export type Localised = Readonly<z.infer<typeof localisedSchema>>;

/** What is tried when a text is missing: a reader of one Han script reads the other before English. */
const fallbacks: Record<Language, readonly Language[]> = {
  en: ['en', 'zh-Hant', 'zh-Hans'],
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
};

/** The text in the wanted language or the nearest one there is, with the language it is really in. */
export function localise(text: Localised, wanted: Language): { text: string; language: Language } {
  for (const language of fallbacks[wanted]) {
    const found = text[language];
    if (found !== undefined) return { text: found, language };
  }
  return { text: '', language: wanted };
}
