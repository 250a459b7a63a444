import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import { createTheme } from '../../renderer/look/theme.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { findLayoutFaults, leastTouch } from './layout-faults.ts';
import { portrait } from './open-kiosk.ts';
import { loadSampleEvent } from './sample-event.ts';
import { walkEverywhere, type Look } from './walk-everywhere.ts';

/** A small tablet either way, and the kiosk's own screen lying and upright. */
const screens = [{ width: 768, height: 1024 }, { width: 1024, height: 768 }, { width: 1920, height: 1080 }, portrait];

interface Walk extends Look {
  readonly language: Language;
  /** Set in place on each screen beside the look that the visitor has chosen. */
  readonly also: Partial<Look>;
}

/** Two visits past every screen; the gallery (`npm run gallery`) looks at every language, orientation and text size. */
const walks: readonly Walk[] = [
  { language: 'en', textSize: 'normal', surface: 'paper', also: { textSize: 'largest' } },
  { language: 'zh-Hant', textSize: 'largest', surface: 'dark', also: { surface: 'contrast' } },
];

for (const { language, also, ...look } of walks) {
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
        // Before they have a visitor, the screens look as the kiosk does.
        const isChosen = !['attract', 'language'].includes(stop);
        const looks = also.textSize === undefined || !isChosen ? [look] : [{ ...look, ...also }, look];
        for (const size of screens) {
          await page.setViewportSize(size);
          for (const each of looks) {
            if (isChosen) await setLook(page, each);
            const found = await page.evaluate(findLayoutFaults, leastTouch);
            faults.push(
              ...found.map((fault) => `${stop}, ${size.width} × ${size.height}, ${each.textSize} text: ${fault}`),
            );
          }
        }
        if (isNewScreen(stop)) {
          faults.push(...(await findBarriers(page)).map((barrier) => `${stop}: ${barrier}`));
          if (also.surface !== undefined && isChosen) {
            await setLook(page, { ...look, ...also });
            const found = await findBarriers(page, ['color-contrast']);
            faults.push(...found.map((barrier) => `${stop}, ${also.surface ?? ''}: ${barrier}`));
            await setLook(page, look);
          }
        }
        if (isScreen(stop)) faults.push(...(await findMissing({ page, language, stop })));
      },
    });
    expect(faults).toEqual([]);
  });
}

/** As the kiosk itself does it for a visitor who chooses it. */
async function setLook(page: Page, { textSize, surface }: Look): Promise<void> {
  const { accent, onAccent, tint } = createTheme(loadSampleEvent().event.theme.accent, surface);
  await page.evaluate(
    ({ text, background, properties }) => {
      const { dataset, style } = document.documentElement;
      dataset['text'] = text;
      dataset['surface'] = background;
      for (const [name, value] of properties) style.setProperty(name, value);
    },
    {
      text: textSize,
      background: surface,
      properties: [
        ['--accent', accent],
        ['--on-accent', onAccent],
        ['--tint', tint],
      ] as const,
    },
  );
}

/** What axe calls serious or critical. @param rules all of them unless told */
async function findBarriers(page: Page, rules?: string[]): Promise<string[]> {
  // Its other mode opens a second page, which a kiosk's shell does not allow.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
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
