import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import { textSizes, type TextSize } from '../../renderer/look/text-sizes.ts';
import { findLayoutFaults } from '../end-to-end/layout-faults.ts';
import { orientations, type Orientation, type Tour } from './tour.ts';

export interface Picture {
  readonly tour: string;
  readonly screen: string;
  readonly language: Language;
  readonly orientation: Orientation;
  readonly textSize: TextSize;
  /** From the gallery's folder. */
  readonly file: string;
  /** In words. */
  readonly faults: readonly string[];
}

interface Shot {
  readonly tour: Tour;
  readonly screen: string;
  readonly language: Language;
  readonly out: string;
}

/** The screen as it stands, both ways and in every text size. Leaves it as it was. */
export async function takePictures(page: Page, { tour, screen, language, out }: Shot): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const before = page.viewportSize();
  for (const orientation of orientations) {
    await page.setViewportSize(tour.sizes[orientation]);
    for (const textSize of textSizes) {
      await page.evaluate(async (size) => {
        document.documentElement.dataset['text'] = size;
        await document.fonts.ready;
        // What measures itself draws again in the next frame.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        // As the field itself does it when the keys come up.
        const { activeElement } = document;
        if (activeElement instanceof HTMLInputElement) activeElement.scrollIntoView({ block: 'nearest' });
      }, textSize);
      const name = screen.replaceAll(' ', '-');
      const file = join(tour.name, `${name}.${language}.${orientation}.${textSize}.png`);
      mkdirSync(dirname(join(out, file)), { recursive: true });
      await page.screenshot({ path: join(out, file), animations: 'disabled' });
      const faults = await page.evaluate(findLayoutFaults, tour.leastTouch);
      // Half a second each; another size changes nothing of what a screen reader is told.
      if (orientation === 'portrait' && textSize === 'normal') faults.push(...(await findBarriers(page)));
      pictures.push({ tour: tour.name, screen, language, orientation, textSize, file, faults });
    }
  }
  await page.evaluate(() => (document.documentElement.dataset['text'] = 'normal'));
  if (before !== null) await page.setViewportSize(before);
  return pictures;
}

/** What axe calls serious or critical. */
async function findBarriers(page: Page): Promise<string[]> {
  // Its other mode opens a second page, which a kiosk's shell does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 160)}`));
}
