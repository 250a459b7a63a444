import type { Page } from 'playwright-core';
import { errors } from '../../domain/errors.ts';
import type { Raster } from '../../domain/raster.ts';
import { blackShare, decodeQr } from '../documents/print-page.ts';
import { expect, test, type Desk } from './staff-desk.ts';
import { visitorNamed } from './staff-visitors.ts';
import { scanCode } from '../journeys/scan-code.ts';

const lines = (page: Page) => page.locator('.found-visitors li button');
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

/** Finds somebody of whom there is one, and opens them. */
async function open(desk: Desk, query: string): Promise<void> {
  await desk.find(query);
  await expect(lines(desk.page)).toHaveCount(1);
  await lines(desk.page).click();
  await desk.page.locator('.visitor-facts').waitFor();
}

function wholeOf({ width, height }: Raster) {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** Where the mark of a reprint stands on the sheet that is shown, in dots. */
async function markOf(page: Page) {
  return page.evaluate(() => {
    const sheet = document.querySelector<HTMLElement>('.visitor-badge .badge');
    const mark = document.querySelector('.visitor-badge .document-reprint');
    if (sheet === null || mark === null) return null;
    const outer = sheet.getBoundingClientRect();
    const scale = sheet.offsetWidth / outer.width;
    const box = mark.getBoundingClientRect();
    return {
      left: Math.ceil((box.left - outer.left) * scale),
      top: Math.ceil((box.top - outer.top) * scale),
      right: Math.floor((box.right - outer.left) * scale),
      bottom: Math.floor((box.bottom - outer.top) * scale),
    };
  });
}

for (const [language, query, name] of [
  ['en', 'aoife', 'Aoife'],
  ['zh-Hant', '歐陽慧', '歐陽慧珊'],
  ['zh-Hans', '赵晓', '赵晓明'],
] as const) {
  test(`finds among some hundred as one types: ${name}`, async ({ openDesk }) => {
    const desk = await openDesk({ language });
    const { page, words } = desk;
    await desk.signIn('helper');
    await expect(page.getByText(words.staffVisitors.find.start)).toBeVisible();
    await page.getByRole('textbox').pressSequentially(query, { delay: 80 });
    await expect(lines(page).first()).toContainText(name);
    await desk.find('qqqqqqq');
    await expect(page.getByText(words.staffVisitors.find.none)).toBeVisible();
    await desk.find(query);
    await expect(lines(page).first()).toContainText(name);
    // With keys alone: down to the first, Enter opens, "Back" is back at what was found.
    await page.getByRole('textbox').press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
    await button(page, words.staff.back).press('Enter');
    await expect(page.getByRole('textbox')).toHaveValue(query);
    await expect(lines(page).first()).toContainText(name);
  });
}

test('a badge under the scanner finds its visitor on whatever page', async ({ openDesk, venue }) => {
  const { claimCode } = await venue.register(visitorNamed({ own: '', latin: 'Scanned Visitor' }, 'scan@example.com'));
  const desk = await openDesk();
  await desk.signIn('helper');
  await desk.goTo('kiosks');
  await scanCode(desk.page, claimCode ?? '');
  await expect(lines(desk.page)).toHaveCount(1);
  await expect(lines(desk.page)).toContainText('Scanned Visitor');
});

test('a reprint comes out of the kiosk’s printer, says so on paper, and is in the history', async ({
  openDesk,
  venue,
}) => {
  const { claimCode } = await venue.register(
    visitorNamed({ own: '陳補印', latin: 'Reprinted Chan' }, 'again@example.com'),
  );
  const desk = await openDesk();
  const { page, words } = desk;
  const { reprint } = words.staffVisitors;
  await desk.signIn('helper');
  await open(desk, 'Reprinted Chan');
  await button(page, words.staffVisitors.visitor.reprint).click();
  await expect(button(page, reprint.print)).toBeDisabled();
  await page.getByLabel(reprint.reason.lost, { exact: true }).check();
  await page.locator('.printer-choice').filter({ hasText: 'K1' }).click();
  const mark = await markOf(page);
  const before = venue.printer.sheets.length;
  await button(page, reprint.print).click();
  await expect(page.getByText(reprint.printed, { exact: true })).toBeVisible({ timeout: 20_000 });

  const [sheet, ...more] = venue.printer.sheets.slice(before);
  if (sheet === undefined || mark === null) throw new Error('nothing was printed, or nothing said REPRINT');
  expect(more).toEqual([]);
  expect(sheet.raster.width).toBe(576);
  expect(decodeQr(sheet.raster, wholeOf(sheet.raster))).toContain(claimCode);
  // White letters on black.
  expect(blackShare(sheet.raster, mark)).toBeGreaterThan(0.5);

  await button(page, words.staff.close).click();
  await expect(page.locator('.visitor-history')).toContainText(
    `${words.staffVisitors.visitor.what.reprinted} (${reprint.reason.lost})`,
  );
});

test('no paper: said as it is, nothing is noted, and after the reload it comes out', async ({ openDesk, venue }) => {
  await venue.register(visitorNamed({ own: '', latin: 'Paperless Person' }, 'paper@example.com'));
  const desk = await openDesk();
  const { page, words } = desk;
  const { reprint, visitor } = words.staffVisitors;
  await desk.signIn('supervisor');
  await open(desk, 'Paperless Person');
  await button(page, visitor.reprint).click();
  await page.getByLabel(reprint.reason.damaged, { exact: true }).check();
  await page.locator('.printer-choice').filter({ hasText: 'K1' }).click();
  venue.printer.runOutOfPaper();
  await button(page, reprint.print).click();
  await expect(page.getByText(errors['printer-paper-out'].operator.en).first()).toBeVisible({ timeout: 20_000 });
  venue.printer.loadPaper();
  await button(page, reprint.again).click();
  const before = venue.printer.sheets.length;
  await button(page, reprint.print).click({ timeout: 20_000 });
  await expect(page.getByText(reprint.printed, { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(venue.printer.sheets.length - before).toBe(1);
  await button(page, words.staff.close).click();
  await expect(page.locator('.visitor-history li').filter({ hasText: visitor.what.reprinted })).toHaveCount(1);
});

test('a name is corrected by the form’s own rules, and is found by the new one', async ({ openDesk, venue }) => {
  await venue.register(visitorNamed({ own: '陳錯字', latin: 'Mispelt Nam' }, 'wrong@example.com'));
  const desk = await openDesk({ language: 'zh-Hant' });
  const { page, words } = desk;
  await desk.signIn('helper');
  await open(desk, 'Mispelt Nam');
  await button(page, words.staffVisitors.visitor.correct).click();
  const own = page.getByLabel(words.register.name.own);
  const latin = page.getByLabel(words.register.name.latin);
  await own.fill('');
  await latin.fill('');
  await expect(page.getByText(errors['name-missing'].visitor['zh-Hant'])).toBeVisible();
  await own.fill('陳正字');
  await expect(page.locator('.visitor-badge .badge-name').first()).toHaveText('陳正字');
  await latin.fill('Corrected Name');
  await button(page, words.staffVisitors.correct.save).click();
  await expect(page.getByText(words.staffVisitors.visitor.corrected)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('陳正字');
  await button(page, words.staff.back).click();
  await open(desk, '陳正字');
  await expect(page.locator('.visitor-history')).toContainText(words.staffVisitors.visitor.what.corrected);
});

test('somebody is registered on behalf, agrees first, and gets a first badge', async ({ openDesk, venue }) => {
  const desk = await openDesk({ language: 'zh-Hans' });
  const { page, words } = desk;
  const { register, reprint, visitor } = words.staffVisitors;
  await desk.signIn('helper');
  await desk.goTo('register');
  const agreed = page.getByLabel(register.agreed);
  await expect(agreed).not.toBeChecked();
  await button(page, register.save).click();
  await expect(page.getByText(errors['consent-missing'].visitor['zh-Hans'])).toBeVisible();
  await agreed.check();
  await page.getByLabel(words.register.name.own).fill('郑代办');
  await page.getByLabel(words.register.contact.email, { exact: true }).last().fill('behalf@example.com');
  await page.getByLabel(words.register.status.graduate).check();
  await page.getByLabel(words.register.talent.private).check();
  await button(page, register.save).click();
  await expect(page.getByText(visitor.registered)).toBeVisible();
  await button(page, visitor.print).click();
  await page.locator('.printer-choice').filter({ hasText: 'K1' }).click();
  expect(await markOf(page)).toBeNull();
  const before = venue.printer.sheets.length;
  await button(page, reprint.print).click();
  await expect(page.getByText(reprint.printed, { exact: true })).toBeVisible({ timeout: 20_000 });
  const raster: Raster | undefined = venue.printer.sheets[before]?.raster;
  const { visitors } = await venue.call('findVisitors', { query: '郑代办' });
  expect(raster && decodeQr(raster, wholeOf(raster))).toContain(visitors[0]?.claimCode);
  // A second one is a reprint, and asks why.
  await button(page, words.staff.close).click();
  await button(page, visitor.reprint).click();
  await expect(page.getByLabel(reprint.reason.lost)).toBeVisible();
});

test('two registrations of one person are compared, merged, and the merge undone', async ({ openDesk, venue }) => {
  await venue.register(visitorNamed({ own: '', latin: 'Doubled Dora' }, 'dora@example.com'));
  await venue.register(visitorNamed({ own: '', latin: 'Twice Dora' }, 'dora.2@example.com'));
  const helper = await openDesk();
  await helper.signIn('helper');
  await open(helper, 'Doubled Dora');
  await expect(button(helper.page, helper.words.staffVisitors.visitor.merge)).toHaveCount(0);
  await expect(button(helper.page, helper.words.staffVisitors.visitor.erase)).toHaveCount(0);

  const desk = await openDesk();
  const { page, words } = desk;
  const { pairs } = words.staffVisitors;
  await desk.signIn('supervisor');
  await open(desk, 'Doubled Dora');
  await button(page, words.staffVisitors.visitor.merge).click();
  await desk.find('Twice Dora');
  await lines(page).click();
  await expect(page.locator('.compare')).toContainText('dora.2@example.com');
  await button(page, pairs.merge).click();
  await expect(page.getByText(pairs.merged)).toBeVisible();
  await expect.poll(async () => (await venue.call('findVisitors', { query: 'Dora' })).total).toBe(1);
  await button(page, pairs.undo).click();
  await expect(page.getByText(pairs.undone)).toBeVisible();
  await expect.poll(async () => (await venue.call('findVisitors', { query: 'Dora' })).total).toBe(2);
});

test('who withdraws consent is gone, after their code was typed', async ({ openDesk, venue }) => {
  const { claimCode } = await venue.register(visitorNamed({ own: '', latin: 'Erased Eric' }, 'eric@example.com'));
  const desk = await openDesk();
  const { page, words } = desk;
  const { erase, find } = words.staffVisitors;
  await desk.signIn('supervisor');
  await open(desk, 'Erased Eric');
  await button(page, words.staffVisitors.visitor.erase).click();
  await expect(page.getByText(erase.undo)).toBeVisible();
  await expect(button(page, erase.button)).toBeDisabled();
  await page.getByRole('textbox').fill('AAAA-0000');
  await expect(button(page, erase.button)).toBeDisabled();
  await page.getByRole('textbox').fill((claimCode ?? '').toLowerCase());
  await button(page, erase.button).click();
  await expect(page.getByText(/^Erased: \d+ record/u)).toBeVisible();
  await button(page, erase.find).click();
  await desk.find('Erased Eric');
  await expect(page.getByText(find.none)).toBeVisible();
});
