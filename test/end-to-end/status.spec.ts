import type { Page } from 'playwright-core';
import { registerWalkIn, enterName, openNameScreen } from '../journeys/register-walk-in.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { loadSampleEvent } from './sample-event.ts';

const words = wordsOf('en');
const { status } = words;
const statusPage = (page: Page) => page.getByRole('dialog', { name: /^Kiosk / });

/** Holds the name of the event, as long as it takes. */
async function holdEventName(page: Page): Promise<void> {
  const name = page.locator('[data-opens-status]').first();
  const box = await name.boundingBox();
  if (!box) throw new Error('The name of the event is not on the screen.');
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  await statusPage(page).waitFor();
  await page.mouse.up();
}

test('held at the attract loop it opens, tells how the kiosk stands, and starts no visit', async ({ page }) => {
  const { companies, jobs, sessions } = loadSampleEvent();
  await waitForAttract(page);
  await holdEventName(page);
  const facts = statusPage(page);
  await expect(facts).toContainText(status.alone);
  await expect(facts).toContainText(`${status.companies} ${companies.length}`);
  await expect(facts).toContainText(`${status.jobs} ${jobs.length}`);
  await expect(facts).toContainText(`${status.sessions} ${sessions.length}`);
  await expect(facts).toContainText(status.printerReady);
  await facts.getByRole('button', { name: status.close, exact: true }).click();
  await waitForAttract(page);
});

test('a short touch of the event’s name starts a visit, as everywhere on the attract loop', async ({ page }) => {
  await waitForAttract(page);
  await page.locator('[data-opens-status]').first().click();
  await expect(page.getByRole('heading', { name: words.language.question })).toBeVisible();
});

test('over a visit it counts anew by itself, and leaves the visit as it was', async ({ page }) => {
  await startVisit(page, 'en');
  await registerWalkIn(page, createVisitor({ name: { own: '', latin: 'Zyxander' } }));
  await holdEventName(page);
  const recorded = statusPage(page).getByText(status.recorded).locator('..');
  await expect(recorded).toContainText(/[1-9]/u);
  await expect(statusPage(page)).not.toContainText('Zyxander');
  await page.keyboard.press('Escape');
  await expect(statusPage(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: words.badge.title })).toBeVisible();
});

test('it closes by itself after a minute, and what was entered below is still there', async ({ page }) => {
  await page.clock.install();
  await page.reload();
  await startVisit(page, 'en');
  await openNameScreen(page, createVisitor());
  await enterName(page, createVisitor({ name: { own: '陳大文', latin: '' } }));
  await page.keyboard.press('Control+Alt+KeyS');
  await statusPage(page).waitFor();
  await page.clock.fastForward(30_000);
  await page.mouse.move(100, 100);
  await page.mouse.move(120, 120);
  await page.clock.fastForward(31_000);
  await expect(statusPage(page)).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: words.register.name.own, exact: true })).toHaveValue('陳大文');
});

test('a host that is gone is told in the operator’s words', async ({ page, pageWatch, shell }) => {
  test.skip(shell === 'electron', 'in Electron nothing lies between page and host that a test could cut');
  await waitForAttract(page);
  await page.route('**/bridge/status', (route) => route.abort());
  await page.keyboard.press('Control+Alt+KeyS');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Restart the kiosk');
  await page.unroute('**/bridge/status');
  await expect(statusPage(page)).toBeVisible();
  pageWatch.forget();
});
