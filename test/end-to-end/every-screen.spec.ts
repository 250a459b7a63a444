import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { findLayoutFaults } from './layout-faults.ts';
import { portrait } from './open-kiosk.ts';
import { walkEverywhere, type Look } from './walk-everywhere.ts';

/** A small tablet either way, and the kiosk's own screen lying and upright. */
const screens = [{ width: 768, height: 1024 }, { width: 1024, height: 768 }, { width: 1920, height: 1080 }, portrait];

interface Walk extends Look {
  readonly language: Language;
  /** Half a second a screen, so it looks at every surface once. */
  readonly hasAxe: boolean;
}

const walks: readonly Walk[] = [
  { language: 'en', textSize: 'normal', surface: 'paper', hasAxe: true },
  { language: 'en', textSize: 'largest', surface: 'contrast', hasAxe: true },
  { language: 'zh-Hant', textSize: 'largest', surface: 'dark', hasAxe: true },
  { language: 'zh-Hans', textSize: 'largest', surface: 'contrast', hasAxe: false },
];

for (const { language, hasAxe, ...look } of walks) {
  test(`all fits, can be touched and is accessible: ${language}, ${look.textSize} text, ${look.surface}`, async ({
    page,
  }) => {
    // It comes past all screens in four sizes: as long as the tests of a whole file.
    test.setTimeout(480_000);
    const faults: string[] = [];
    await walkEverywhere(page, {
      language,
      look,
      async watch(stop) {
        for (const size of screens) {
          await page.setViewportSize(size);
          const found = await page.evaluate(findLayoutFaults);
          faults.push(...found.map((fault) => `${stop}, ${size.width} × ${size.height}: ${fault}`));
        }
        if (hasAxe && isNewScreen(stop)) {
          faults.push(...(await findBarriers(page)).map((barrier) => `${stop}: ${barrier}`));
        }
        if (isScreen(stop)) faults.push(...(await findMissing({ page, language, stop })));
      },
    });
    expect(faults).toEqual([]);
  });
}

/** What axe calls serious or critical. */
async function findBarriers(page: Page): Promise<string[]> {
  // Its other mode opens a second page, which a kiosk's shell does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}

/** And not one that was seen before, with more on it. */
function isNewScreen(stop: string): boolean {
  return !['-typed', '-filled', '-found'].some((state) => stop.endsWith(state));
}

function isScreen(stop: string): boolean {
  return !['attract', 'language', 'company filter'].includes(stop) && !stop.endsWith('dialog');
}

interface Place {
  readonly page: Page;
  readonly language: Language;
  readonly stop: string;
}

/** On every screen: its language, "Start over", and "Back" unless nothing lies behind. */
async function findMissing({ page, language, stop }: Place): Promise<string[]> {
  const { footer } = wordsOf(language);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const hasWayBack = !['home', 'badge', 'printing', 'printed', 'registered'].includes(stop);
  const wrong = {
    language: (await page.locator('html').getAttribute('lang')) !== language,
    'start over': !(await button(footer.startOver).isEnabled()),
    back: (await button(footer.back).count()) !== (hasWayBack ? 1 : 0),
  };
  return Object.entries(wrong).flatMap(([what, isWrong]) => (isWrong ? [`${stop}: ${what} is not as it must be`] : []));
}
