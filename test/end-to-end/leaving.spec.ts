import type { Page } from 'playwright-core';
import { findJob, showBooth } from '../journeys/find-job.ts';
import { enterName, openNameScreen, registerWalkIn } from '../journeys/register-walk-in.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';

const words = wordsOf('en');
const { footer, register, startOver, map } = words;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });

test('back leads through all that was seen, in turn, to the home screen', async ({ page }) => {
  await startVisit(page, 'en');
  const job = await findJob(page, { language: 'en', search: 'analog' });
  await showBooth(page, { language: 'en' });
  await page.getByRole('button', { name: map.jobsHere }).click();
  const company = await title(page).innerText();
  await page.getByRole('listitem').first().getByRole('button').first().click();
  await button(page, words.job.company).click();
  for (const name of [/./u, company, company, job.title]) {
    await button(page, footer.back).click();
    await expect(title(page)).toHaveText(name);
  }
  await button(page, footer.back).click();
  await expect(page.getByRole('textbox', { name: words.jobs.search, exact: true })).toHaveValue('analog');
  await button(page, footer.back).click();
  await expect(title(page)).toHaveText(words.home.question);
  await expect(button(page, footer.back)).toHaveCount(0);
});

test('start over asks when something would be lost, and only then', async ({ page }) => {
  const question = page.getByRole('alertdialog', { name: startOver.title });
  await startVisit(page, 'en');
  await button(page, words.home.search).click();
  await button(page, footer.startOver).click();
  await waitForAttract(page);

  const visitor = createVisitor({ name: { own: '陳大文', latin: '' } });
  await startVisit(page, 'en');
  await openNameScreen(page, visitor);
  await enterName(page, visitor);
  await button(page, footer.startOver).click();
  await expect(question).toContainText(startOver.text);
  await button(page, startOver.keep).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: register.name.own, exact: true })).toHaveValue('陳大文');
  await button(page, footer.startOver).click();
  await button(page, startOver.erase).click();
  await waitForAttract(page);

  await startVisit(page, 'en');
  await registerWalkIn(page, visitor);
  await button(page, footer.startOver).click();
  await waitForAttract(page);
});

test('help and access close by their button, beside them, and with Escape, and leave the screen as it was', async ({
  page,
}) => {
  await startVisit(page, 'en');
  const dialog = page.getByRole('dialog');
  for (const [opener, done] of [
    [footer.help, words.help.done],
    [footer.access, words.access.done],
  ] as const) {
    await button(page, opener).click();
    await expect(dialog).toBeVisible();
    await button(page, done).click();
    await expect(dialog).toHaveCount(0);
    await button(page, opener).click();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await button(page, opener).click();
    await page.mouse.click(5, 5);
    await expect(dialog).toHaveCount(0);
  }
  await expect(title(page)).toHaveText(words.home.question);
});
