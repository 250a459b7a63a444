import { errors } from '../../domain/errors.ts';
import { expect, test } from './staff-desk.ts';
import { scanCode } from '../journeys/scan-code.ts';

test.describe.configure({ mode: 'serial' });

test('number and PIN in one field, which sends itself; a wrong PIN says so', async ({ openDesk, venue }) => {
  const { page, words } = await openDesk();
  const { number, pin } = venue.staff.helper;
  const wrong = pin.replace(/^./u, (digit) => String((Number(digit) + 1) % 10));
  await page.locator('.staff-pin').pressSequentially(`${number}${wrong}`, { delay: 60 });
  await expect(page.getByRole('alert')).toHaveText(errors['sign-in-wrong-credentials'].operator.en);
  await expect(page.locator('.staff-pin')).toHaveValue('');
  await page.locator('.staff-pin').pressSequentially(`${number}${pin}`, { delay: 60 });
  await expect(page.getByRole('heading', { level: 1, name: words.staff.pages.find })).toBeVisible();
});

test('a staff badge under a scanner signs in', async ({ openDesk, venue }) => {
  const { page, words } = await openDesk();
  await scanCode(page, venue.staff.technician.badge);
  await expect(page.getByRole('heading', { level: 1, name: words.staffMachines.kiosks.title })).toBeVisible();
});

test('a session survives loading the page anew, and signing out ends it', async ({ openDesk }) => {
  const desk = await openDesk();
  await desk.signIn('helper');
  await desk.page.reload();
  await expect(desk.page.locator('.staff-nav')).toBeVisible();
  await desk.page.getByRole('button', { name: desk.words.staff.frame.signOut }).click();
  await expect(desk.page.locator('.staff-pin')).toBeVisible();
  await desk.page.reload();
  await expect(desk.page.locator('.staff-pin')).toBeVisible();
  await expect(desk.page.locator('.staff-nav')).toHaveCount(0);
});

test('each role sees its own pages and no others', async ({ openDesk }) => {
  const { staff: pages } = (await openDesk()).words;
  const seen = async (role: 'helper' | 'supervisor' | 'technician') => {
    const desk = await openDesk();
    await desk.signIn(role);
    return desk.page.locator('.staff-nav-button:not(.staff-nav-more)').allTextContents();
  };
  expect(await seen('technician')).not.toContain(pages.pages.find);
  expect(await seen('technician')).toContain(pages.pages.printers);
  expect(await seen('helper')).toContain(pages.pages.find);
  expect(await seen('helper')).not.toContain(pages.pages.audit);
  expect(await seen('supervisor')).toContain(pages.pages.audit);
});

test('the language is one touch away, on the first page and on every other', async ({ openDesk }) => {
  const desk = await openDesk({ language: 'zh-Hans' });
  await expect(desk.page.getByRole('heading', { level: 1 })).toHaveText(desk.words.staff.signIn.title);
  await expect(desk.page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await desk.signIn('helper');
  await desk.page.locator('.staff-languages').getByLabel('English').check();
  await expect(desk.page.getByRole('heading', { level: 1 })).toHaveText('Find a visitor');
  await expect(desk.page.locator('html')).toHaveAttribute('lang', 'en');
});
