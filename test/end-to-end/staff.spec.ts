import { AxeBuilder } from '@axe-core/playwright';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { enterName, openNameScreen } from '../journeys/register-walk-in.ts';
import { scanCode } from '../journeys/scan-code.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { errors } from '../../domain/errors.ts';
import { askHost } from './ask-host.ts';
import { examineRed } from './examine-red.ts';
import { findLayoutFaults, leastTouch } from './layout-faults.ts';
import { expect, test } from './staff-fixtures.ts';
import { openPinPad, pinPad, staffMode, typePin, type Member } from './staffed-kiosk.ts';

const words = wordsOf('en');
const told = (reason: 'wrong-credentials' | 'wait' | 'staff-locked') => errors[`sign-in-${reason}`].operator.en;
const wrongPin = ({ number, pin }: Member) => ({ number, pin: pin === '135790' ? '135791' : '135790' });
const leave = (page: Page) =>
  staffMode(page).getByRole('button', { name: words.staff.frame.leave, exact: true }).click();

async function failToSignIn(page: Page, member: Member, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    await typePin(page, wrongPin(member));
    await expect(pinPad(page).getByRole('alert')).toHaveText(told(time < 5 ? 'wrong-credentials' : 'wait'));
  }
}

test('number and PIN open staff mode, and nothing of them stands on the screen', async ({ staffed, member }) => {
  const { page } = staffed;
  await waitForAttract(page);
  await openPinPad(page);
  await typePin(page, { ...member, pin: member.pin.slice(0, 5) });
  await expect(pinPad(page)).toContainText(member.number.split('').join(''));
  expect(await pinPad(page).locator('.pad-places').innerText()).not.toContain(member.pin.slice(0, 3));
  await pinPad(page)
    .getByRole('button', { name: member.pin.slice(5), exact: true })
    .click();
  await expect(staffMode(page)).toContainText('Desk 1');
  await leave(page);
  await waitForAttract(page);
  expect(await askHost(page, 'staffTouch'), 'the host has let them go, too').toBe(false);
});

test('five wrong PINs make wait, also after the host was started again; a badge opens at once', async ({
  staffed,
  member,
  folder,
  openKiosk,
}) => {
  const { page } = staffed;
  await waitForAttract(page);
  await openPinPad(page);
  await failToSignIn(page, member, 5);
  await expect(pinPad(page)).toContainText(/Try again in \d+ seconds/u);
  await typePin(page, member);
  await expect(staffMode(page), 'the keys are held').toHaveCount(0);
  await staffed.close();

  const again = await openKiosk({ dataFolder: join(folder, 'kiosk'), flags: ['--hub', '127.0.0.1:9'] });
  await waitForAttract(again.page);
  await openPinPad(again.page);
  await typePin(again.page, member);
  await expect(pinPad(again.page).getByRole('alert')).toHaveText(told('wait'));
  await scanCode(again.page, member.badge);
  await expect(staffMode(again.page)).toContainText('Desk 1');
});

test('fifteen wrong PINs lock it for good, and a staff badge opens it again', async ({
  staffed,
  member,
  folder,
  openKiosk,
}) => {
  await staffed.close();
  // Hours of waiting later.
  writeFileSync(join(folder, 'kiosk', 'staff-lock.json'), '{"wrong":15}');
  const { page } = await openKiosk({ dataFolder: join(folder, 'kiosk') });
  await waitForAttract(page);
  await openPinPad(page);
  await typePin(page, member);
  await expect(pinPad(page).getByRole('alert')).toHaveText(told('staff-locked'));
  await scanCode(page, member.badge);
  await staffMode(page).waitFor();
  await leave(page);
  await openPinPad(page);
  await typePin(page, member);
  await staffMode(page).waitFor();
});

test('a staff badge scanned while a visitor types signs in, shows nothing of itself and harms nothing', async ({
  staffed,
  member,
}) => {
  const { page } = staffed;
  await startVisit(page, 'en');
  const visitor = createVisitor({ name: { own: '', latin: 'Zyxander' } });
  await openNameScreen(page, visitor);
  await enterName(page, visitor);
  const field = page.getByRole('textbox', { name: words.register.name.latin, exact: true });
  await field.focus();
  const seen = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const values: string[] = [];
        document.addEventListener('input', ({ target }) => values.push((target as HTMLInputElement).value), true);
        window.addEventListener('staff-test-over', () => {
          resolve(values);
        });
      }),
  );
  await scanCode(page, member.badge);
  await expect(staffMode(page)).toContainText('Desk 1');
  await expect(staffMode(page)).not.toContainText('Zyxander');
  await page.evaluate(() => window.dispatchEvent(new Event('staff-test-over')));
  const secret = member.badge.slice('FOYER-STAFF-'.length);
  for (const value of await seen) expect(value).not.toContain(secret.slice(0, 2));
  expect(await page.content()).not.toContain(secret.slice(0, 8));
  await leave(page);
  await expect(field).toHaveValue('Zyxander');
});

test('staff mode leaves by itself after a minute, counted down in sight, and a touch stays', async ({
  staffed,
  member,
}) => {
  const { page } = staffed;
  await page.clock.install();
  await page.reload();
  await startVisit(page, 'en');
  await scanCode(page, member.badge);
  await staffMode(page).waitFor();
  await page.clock.runFor(52_000);
  await expect(page.getByRole('timer')).toContainText(/closes in \d seconds/u);
  await page.mouse.click(200, 60);
  await page.clock.runFor(2000);
  await expect(page.getByRole('timer')).toHaveCount(0);
  await page.clock.runFor(57_000);
  await expect(staffMode(page)).toBeVisible();
  await page.clock.runFor(3000);
  await expect(staffMode(page)).toHaveCount(0);
  await expect.poll(() => askHost(page, 'staffTouch')).toBe(false);
  // The visitor's time stood still meanwhile.
  await expect(page.getByRole('heading', { name: words.home.question })).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('without the hub the kiosk lets staff in by itself, to its printers', async ({ staffed, member, hub }) => {
  const { page } = staffed;
  await waitForAttract(page);
  await hub.kill();
  await expect.poll(() => askHost(page, 'status'), { timeout: 45_000 }).toMatchObject({ link: { state: 'offline' } });
  await openPinPad(page);
  await typePin(page, member);
  await expect(staffMode(page)).toContainText(words.staff.frame.onlyLocal);
  expect(await askHost(page, 'staffCall', { name: 'kiosks', input: {} })).toEqual({ ok: false, reason: 'offline' });
  const pause = { order: { kind: 'pause', printer: (await askHost<{ id: string }[]>(page, 'printers'))[0]?.id } };
  expect(await askHost(page, 'commandPrinter', pause)).toMatchObject({ ok: true });
  await leave(page);
  await waitForAttract(page);
  expect(await askHost(page, 'commandPrinter', pause)).toMatchObject({ ok: false });
});

test('without the hub a supervisor at a kiosk that was not ready lets it go live', async ({
  staffed,
  member,
  hub,
  folder,
  openKiosk,
}) => {
  await waitForAttract(staffed.page);
  await staffed.close();
  await hub.kill();
  const dataFolder = join(folder, 'kiosk');
  examineRed(dataFolder, 'K1');
  const { page } = await openKiosk({ dataFolder, flags: ['--hub', '127.0.0.1:9'] });
  await expect(page.getByRole('heading', { name: words.closed.title })).toBeVisible();
  await openPinPad(page);
  await typePin(page, member);
  const { goLive, here } = words.doctor;
  const mode = staffMode(page);
  await mode.getByRole('button', { name: words.staff.pages.kiosks, exact: true }).click();
  await expect(mode).toContainText(here.closed['not-ready']);
  await mode.getByRole('button', { name: goLive.button }).click();
  await mode.getByText(goLive.reasons['known-and-harmless']).click();
  expect(await page.evaluate(findLayoutFaults, leastTouch)).toEqual([]);
  await mode.getByRole('button', { name: goLive.confirm, exact: true }).click();
  await expect(mode).toContainText(here.open);
  await leave(page);
  await startVisit(page, 'en');
});

test('a new page signs nobody in, and the corner must be held', async ({ staffed, member }) => {
  const { page } = staffed;
  await waitForAttract(page);
  await scanCode(page, member.badge);
  await staffMode(page).waitFor();
  await page.reload();
  await waitForAttract(page);
  expect(await askHost(page, 'staffTouch')).toBe(false);

  await page.clock.install();
  await page.mouse.move(530, 10);
  await page.mouse.down();
  await page.clock.runFor(2500);
  await expect(pinPad(page)).toHaveCount(0);
  await page.clock.runFor(600);
  await page.mouse.up();
  await expect(pinPad(page)).toBeVisible();
  await page.clock.runFor(31_000);
  await expect(pinPad(page), 'nobody typed').toHaveCount(0);
});

for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
  test(`the PIN pad fits, can be touched and is accessible: ${language}`, async ({ page }) => {
    await startVisit(page, language);
    await page.keyboard.press('Control+Alt+KeyP');
    await page.getByRole('dialog', { name: wordsOf(language).staff.signIn.title, exact: true }).waitFor();
    const faults: string[] = [];
    for (const text of ['normal', 'largest']) {
      await page.evaluate((size) => {
        document.documentElement.dataset['text'] = size;
      }, text);
      for (const size of [
        { width: 540, height: 960 },
        { width: 960, height: 540 },
        { width: 1024, height: 768 },
      ]) {
        await page.setViewportSize(size);
        faults.push(
          ...(await page.evaluate(findLayoutFaults, leastTouch)).map((fault) => `${text} ${size.width}: ${fault}`),
        );
      }
    }
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    // That nobody can zoom is the kiosk's own decision; the text has sizes.
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    faults.push(...serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join()}`));
    expect(faults).toEqual([]);
  });
}
