import { bad, green, type Check, type Found } from '../check.ts';
import type { PageFindings } from '../page/page-findings.ts';

/** Of the kiosk's languages; a screen reader for Cantonese may call it `zh-HK`, `yue` or `yue-HK`, one for Putonghua `zh-CN` or `cmn`. */
const wanted = { en: /^en\b/i, 'zh-HK': /^(zh[-_]HK|yue)\b/i, 'zh-CN': /^(zh[-_]CN|cmn)\b/i } as const;

/**
 * Foyer itself says nothing aloud: voices are what a screen reader would speak with, so a kiosk may go live without.
 * @param page null when it could not be opened
 */
export function checkVoices(page: () => Promise<Pick<PageFindings, 'voices'> | null>): Check {
  async function examine(): Promise<Found> {
    const seen = await page();
    if (seen === null) return bad('skipped', 'doctor-no-page');
    const { voices } = seen;
    if (voices.length === 0) return bad('skipped', 'doctor-no-voices');
    const missing = Object.entries(wanted).flatMap(([language, pattern]) =>
      voices.some((voice) => pattern.test(voice)) ? [] : [language],
    );
    const facts = { voices: voices.length, missing: missing.join(' ') || null };
    return missing.length > 0 ? bad('amber', 'doctor-voice-missing', facts) : green(facts);
  }
  return { name: 'voices', limitSeconds: 60, examine: async () => [await examine()] };
}
