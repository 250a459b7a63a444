import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { v7 as createId } from 'uuid';
import type { Language } from '../../domain/localised.ts';
import { findLayoutFaults } from './layout-faults.ts';
import { expect, test, type Desk } from './staff-desk.ts';
import { visitorNamed } from './staff-visitors.ts';

/** A phone, a kiosk's screen at half its size, a desktop. */
const screens = [
  { width: 360, height: 740 },
  { width: 540, height: 960 },
  { width: 1280, height: 800 },
];
const looks: readonly { readonly language: Language; readonly text: 'normal' | 'largest'; readonly hasAxe: boolean }[] =
  [
    { language: 'en', text: 'normal', hasAxe: true },
    { language: 'en', text: 'largest', hasAxe: false },
    { language: 'zh-Hant', text: 'largest', hasAxe: true },
    { language: 'zh-Hans', text: 'normal', hasAxe: true },
  ];

for (const { language, text, hasAxe } of looks) {
  test(`every staff page fits and is accessible: ${language}, ${text} text`, async ({ openDesk, venue }) => {
    test.setTimeout(240_000);
    const email = `${createId()}@example.com`;
    const longest = { own: '歐陽慧珊', latin: 'Maximiliana Featherstonehaugh-Cholmondeley' };
    const first = await venue.register(visitorNamed(longest, email, { field: '積體電路設計及製造工程' }));
    await venue.register(visitorNamed({ own: '', latin: 'Maximiliana Featherstonehaugh' }, email));

    const faults: string[] = [];
    const desk = await openDesk({ language });
    await walk({
      desk,
      code: first.claimCode ?? '',
      async watch(stop) {
        await desk.page.evaluate((size) => (document.documentElement.dataset['text'] = size), text);
        for (const screen of screens) {
          await desk.page.setViewportSize(screen);
          const found = await desk.page.evaluate(findLayoutFaults);
          faults.push(...found.map((fault) => `${stop}, ${String(screen.width)} × ${String(screen.height)}: ${fault}`));
        }
        if (hasAxe) faults.push(...(await findBarriers(desk.page)).map((barrier) => `${stop}: ${barrier}`));
      },
    });
    expect(faults).toEqual([]);
  });
}

interface Walk {
  readonly desk: Desk;
  /** Of a visitor with a long name who seems to be here twice. */
  readonly code: string;
  readonly watch: (stop: string) => Promise<void>;
}

/** Comes past everything that a supervisor can see. */
async function walk({ desk, code, watch }: Walk): Promise<void> {
  const { page, words } = desk;
  const { staffVisitors, staffMachines, staff } = words;
  const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
  const task = async (name: string, stop: string) => {
    await button(name).click();
    await watch(stop);
    await button(staff.back).click();
  };
  await watch('sign-in');
  await desk.signIn('supervisor');
  await watch('find');
  await desk.find('qqqqqqq');
  await page.getByText(staffVisitors.find.none).waitFor();
  await watch('nobody found');
  await desk.find('陳');
  await page.locator('.found-visitors').waitFor();
  await watch('found');
  await desk.find(code);
  await expect(page.locator('.found-visitors li')).toHaveCount(1);
  await page.locator('.found-visitors button').click();
  await page.locator('.visitor-facts').waitFor();
  await watch('visitor');
  await button(staffVisitors.pairs.compare).click();
  await page.locator('.compare').waitFor();
  await watch('pair compared');
  await task(staffVisitors.visitor.correct, 'correct');
  await task(staffVisitors.visitor.merge, 'merge by hand');
  await task(staffVisitors.visitor.erase, 'erase');
  await button(staffVisitors.visitor.reprint).click();
  await page.getByLabel(staffVisitors.reprint.reason.lost, { exact: true }).check();
  await page.locator('.printer-choice').first().click();
  await watch('reprint');
  await desk.goTo('register');
  await button(staffVisitors.register.save).click();
  await watch('register');
  await desk.goTo('pairs');
  await page.locator('.pair-line').first().waitFor();
  await watch('pairs');
  await desk.goTo('printers');
  await page.locator('.printer-card').waitFor();
  await watch('printers');
  await button(staffMachines.printers.test).click();
  await page.locator('.staff-notice-good').waitFor({ timeout: 30_000 });
  await watch('test sheet');
  await desk.goTo('kiosks');
  await page.locator('.kiosk-card').waitFor();
  await watch('kiosks');
  await walkEvent({ desk, watch });
}

/** What a supervisor sees of the event itself. */
async function walkEvent({ desk, watch }: Pick<Walk, 'desk' | 'watch'>): Promise<void> {
  const { page, words } = desk;
  const { announce, counts } = words.staffEvent;
  await desk.goTo('counts');
  await page.getByText(counts.table).click();
  await watch('counts');
  await desk.goTo('announcements');
  await page.getByRole('main').getByRole('button', { name: announce.send }).click();
  await watch('announcements');
  await desk.goTo('sessions');
  await page.locator('.event-line').first().waitFor();
  await watch('sessions');
  await desk.goTo('badge');
  await page.locator('.layout-sheet .badge[data-laid-out="yes"]').first().waitFor();
  await watch('badge layout');
  await desk.goTo('audit');
  await page.locator('.event-line').first().waitFor();
  await watch('audit');
}

/** What axe calls serious or critical. */
async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}
