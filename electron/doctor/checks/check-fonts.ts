import { bad, green, type Check, type Found } from '../check.ts';
import type { PageFindings } from '../page/page-findings.ts';

/** Whether the real browser draws each promised script from the bundled fonts, without a box. @param page null when it could not be opened */
export function checkFonts(page: () => Promise<Pick<PageFindings, 'scripts'> | null>): Check {
  async function examine(): Promise<Found> {
    const seen = await page();
    if (seen === null) return bad('skipped', 'doctor-no-page');
    const broken = seen.scripts.filter(({ uncovered, unread, boxes }) => uncovered + unread + boxes > 0);
    const facts = { scripts: seen.scripts.length, missing: broken.map(({ language }) => language).join(' ') || null };
    return broken.length > 0 || seen.scripts.length === 0 ? bad('red', 'doctor-font-missing', facts) : green(facts);
  }
  return { name: 'fonts', limitSeconds: 60, examine: async () => [await examine()] };
}
