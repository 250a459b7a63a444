import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { v7 as createId } from 'uuid';
import type { Language } from '../../domain/localised.ts';
import { findLayoutFaults, leastTouch } from './layout-faults.ts';
import { expect, test } from './staff-desk.ts';
import { visitorNamed } from './staff-visitors.ts';
import { walkStaffPages } from './walk-staff-pages.ts';

/** A phone, a kiosk's screen at half its size, a desktop. */
const screens = [
  { width: 360, height: 740 },
  { width: 540, height: 960 },
  { width: 1280, height: 800 },
];
/** The gallery (`npm run gallery`) looks at every language and text size. */
const walks: readonly { readonly language: Language; readonly texts: readonly ('normal' | 'largest')[] }[] = [
  { language: 'en', texts: ['largest', 'normal'] },
  { language: 'zh-Hant', texts: ['largest'] },
];

for (const { language, texts } of walks) {
  test(`every staff page fits and is accessible: ${language}, ${texts.join(' and ')} text`, async ({
    openDesk,
    venue,
  }) => {
    test.setTimeout(240_000);
    const email = `${createId()}@example.com`;
    const longest = { own: '歐陽慧珊', latin: 'Maximiliana Featherstonehaugh-Cholmondeley' };
    const first = await venue.register(visitorNamed(longest, email, { field: '積體電路設計及製造工程' }));
    await venue.register(visitorNamed({ own: '', latin: 'Maximiliana Featherstonehaugh' }, email));

    const faults: string[] = [];
    const desk = await openDesk({ language });
    await walkStaffPages({
      desk,
      code: first.claimCode ?? '',
      async watch(stop) {
        for (const screen of screens) {
          await desk.page.setViewportSize(screen);
          for (const text of texts) {
            await desk.page.evaluate((size) => (document.documentElement.dataset['text'] = size), text);
            const found = await desk.page.evaluate(findLayoutFaults, leastTouch);
            const where = `${stop}, ${String(screen.width)} × ${String(screen.height)}, ${text} text`;
            faults.push(...found.map((fault) => `${where}: ${fault}`));
          }
        }
        faults.push(...(await findBarriers(desk.page)).map((barrier) => `${stop}: ${barrier}`));
      },
    });
    expect(faults).toEqual([]);
  });
}

/** What axe calls serious or critical. */
async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}
