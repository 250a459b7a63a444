import { connect } from 'node:net';
import type { Page } from 'playwright-core';
import { errors } from '../../domain/errors.ts';
import type { Language } from '../../domain/localised.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { registerWalkIn } from '../journeys/register-walk-in.ts';
import { startVisit } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { decodeQr } from '../documents/print-page.ts';
import { readSheet } from '../documents/read-codes.ts';
import { startEscposSimulator, type EscposSimulator } from '../simulators/escpos/escpos-simulator.ts';
import { readRecords } from './journal-of.ts';
import { expect, test as base } from './kiosk-test.ts';
import { findLayoutFaults, leastTouch } from './layout-faults.ts';

interface Printers {
  /** In the kiosk. */
  readonly own: EscposSimulator;
  /** Somewhere in the hall, for several kiosks, and its paper is narrower. */
  readonly farm: EscposSimulator;
}

const name = { en: 'Printer 3', 'zh-Hant': '3號打印機', 'zh-Hans': '3号打印机' };
const collectAt = {
  en: 'Badge desk, left of the entrance',
  'zh-Hant': '入口左側的名牌櫃枱',
  'zh-Hans': '入口左侧的胸牌柜台',
};
const addressOf = ({ host, port }: EscposSimulator) => `tcp://${host}:${String(port)}`;

const test = base.extend<object, { printers: Printers }>({
  printers: [
    async ({ shell: _ }, use) => {
      const own = await startEscposSimulator();
      const farm = await startEscposSimulator({ widthDots: 384 });
      await use({ own, farm });
      await Promise.all([own.close(), farm.close()]);
    },
    { scope: 'worker' },
  ],
  kioskOptions: [
    async ({ printers }, use) => {
      const entries = [
        { id: 'own', address: addressOf(printers.own) },
        { id: 'farm', address: addressOf(printers.farm), media: '48mm', isShared: true, name, collectAt },
      ];
      await use({ flags: ['--printers', JSON.stringify(entries)] });
    },
    { scope: 'worker' },
  ],
});

const button = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true });
const screens = [
  { width: 540, height: 960 },
  { width: 960, height: 540 },
  { width: 768, height: 1024 },
];

async function register(page: Page, language: Language = 'en'): Promise<void> {
  await startVisit(page, language);
  await registerWalkIn(page, createVisitor({ language }));
}

/** In the largest text and every size of screen. */
async function expectGoodLayout(page: Page): Promise<void> {
  await page.evaluate(() => (document.documentElement.dataset['text'] = 'largest'));
  for (const size of screens) {
    await page.setViewportSize(size);
    expect(await page.evaluate(findLayoutFaults, leastTouch), JSON.stringify(size)).toEqual([]);
    const footer = await page.locator('.frame-footer').boundingBox();
    for (const action of await page.locator('.step-actions button').all()) {
      const box = await action.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0), JSON.stringify(size)).toBeLessThanOrEqual(footer?.y ?? 0);
    }
  }
}

test.afterEach(({ printers: { own, farm } }) => {
  own.loadPaper();
  farm.loadPaper();
});

for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
  test(`no paper here: it comes out at the next printer, once, and says so on screen and sheet: ${language}`, async ({
    page,
    printers: { own, farm },
  }) => {
    await register(page, language);
    const before = [own.sheets.length, farm.sheets.length];
    own.runOutOfPaper();
    const told = await printSheet(page, { document: 'badge', language });
    expect(told.state).toBe('printed');
    expect(told.words).toContain(name[language]);
    expect(told.words).toContain(collectAt[language]);
    const { paper, printed } = wordsOf(language);
    const origin = paper.origin.replace('{{printer}}', name[language]).replace('{{kiosk}}', 'K1');
    expect(told.words).toContain(printed.sheetSays.replace('{{origin}}', origin));
    expect([own.sheets.length, farm.sheets.length]).toEqual([before[0], (before[1] ?? 0) + 1]);
    expect(farm.sheets.at(-1)?.raster.width).toBe(384);
    await expect(page.locator('.sheet-to-print')).toContainText(origin);
    await expectGoodLayout(page);
  });

  test(`no printer has paper: the registration stands, and staff get the code: ${language}`, async ({
    page,
    kiosk,
    printers: { own, farm },
  }) => {
    await register(page, language);
    const before = own.sheets.length + farm.sheets.length;
    own.runOutOfPaper();
    farm.runOutOfPaper();
    const told = await printSheet(page, { document: 'badge', language });
    const claimCode = readRecords(kiosk).at(-1)?.claimCode;
    expect(told).toMatchObject({ state: 'failed', claimCode });
    expect(told.words).toContain(errors['printer-none-ready'].visitor[language]);
    expect(told.words).toContain(wordsOf(language).printed.showStaff);
    const code = readSheet(await page.locator('.printed-code .qr-code').screenshot());
    expect(decodeQr(code, { left: 0, top: 0, right: code.width, bottom: code.height })).toBe(claimCode);
    expect(own.sheets.length + farm.sheets.length).toBe(before);
    await expectGoodLayout(page);

    own.loadPaper();
    await button(page, wordsOf(language).printed.tryAgain).click();
    const { printed } = wordsOf(language);
    await expect(page.getByRole('heading', { name: printed.badge, exact: true })).toBeVisible();
    expect(own.sheets.length + farm.sheets.length).toBe(before + 1);
  });
}

test('what was begun here is never printed there by itself', async ({ page, printers: { own, farm } }) => {
  await register(page);
  const before = farm.sheets.length;
  own.atRow(40, () => {
    own.reset();
  });
  const told = await printSheet(page, { document: 'badge', language: 'en' });
  expect(told.state).toBe('unknown');
  expect(farm.sheets).toHaveLength(before);
});

test('another kiosk prints there: the screen says so, and the sheet comes when it has left', async ({
  page,
  printers: { own, farm },
}) => {
  const { badge, printing, printed } = wordsOf('en');
  await register(page);
  own.runOutOfPaper();
  const other = connect({ host: farm.host, port: farm.port });
  // It serves one after the other: this client has its turn when it answers.
  other.write(Buffer.from([0x10, 0x04, 1]));
  await new Promise((resolve) => other.once('data', resolve));
  const before = farm.sheets.length;
  await button(page, badge.print).click();
  await expect(page.getByText(printing.waiting)).toBeVisible();
  await expectGoodLayout(page);
  expect(farm.sheets).toHaveLength(before);
  other.destroy();
  await expect(page.getByRole('heading', { name: printed.badgeAt, exact: true })).toBeVisible({ timeout: 25_000 });
  expect(farm.sheets).toHaveLength(before + 1);
});
