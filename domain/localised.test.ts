import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, localise, localisedSchema } from './localised.ts';

describe('localised text', () => {
  it.each([
    ['en', { en: 'a', 'zh-Hant': 'b', 'zh-Hans': 'c' }, 'en'],
    ['en', { 'zh-Hant': 'b', 'zh-Hans': 'c' }, 'zh-Hant'],
    ['zh-Hant', { en: 'a', 'zh-Hans': 'c' }, 'zh-Hans'],
    ['zh-Hant', { en: 'a' }, 'en'],
    ['zh-Hans', { en: 'a', 'zh-Hant': 'b' }, 'zh-Hant'],
  ] as const)('wanted in %s from %j is shown in %s, and says so', (wanted, text, shown) => {
    const found: Partial<Record<string, string>> = text;
    expect(localise(text, wanted)).toEqual({ text: found[shown], language: shown });
  });

  it('is always found when it is valid', () => {
    const text = fc.record({ en: fc.string(), 'zh-Hant': fc.string(), 'zh-Hans': fc.string() }, { requiredKeys: [] });
    fc.assert(
      fc.property(text, fc.constantFrom(...languages), (written, wanted) => {
        const outcome = localisedSchema.safeParse(written);
        if (outcome.success) expect(localise(outcome.data, wanted).text).not.toBe('');
        else
          expect(Object.values(written).every((each) => each.trim() !== '') && Object.keys(written).length > 0).toBe(
            false,
          );
      }),
    );
  });

  it('refuses languages that no kiosk speaks', () => {
    expect(localisedSchema.safeParse({ en: 'a', fr: 'b' }).success).toBe(false);
  });
});
