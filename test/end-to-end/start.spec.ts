import { languages, localise } from '../../domain/localised.ts';
import { createWords } from '../../renderer/words/words.ts';
import { openNameScreen } from '../journeys/register-walk-in.ts';
import { startOver, startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { ownNames, wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { loadSampleEvent } from './sample-event.ts';

const { event, jobs, companies } = loadSampleEvent();

test('the attract loop invites in every language, and the whole screen is the button', async ({ page }) => {
  await waitForAttract(page);
  for (const language of languages) {
    const { invitation, promise } = wordsOf(language).attract;
    const spoken = page.getByRole('button').locator(`[lang="${language}"]`);
    await expect(spoken.filter({ hasText: invitation })).toBeVisible();
    await expect(spoken.filter({ hasText: promise })).toBeVisible();
  }
  await page.mouse.click(8, 8);
  for (const language of languages) {
    await expect(page.getByText(wordsOf(language).language.question, { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: ownNames[language], exact: true })).toBeVisible();
  }
});

for (const language of languages) {
  test(`home speaks ${ownNames[language]}, and says what there is`, async ({ page }) => {
    await startVisit(page, language);
    const { t } = createWords(language);
    const { home } = wordsOf(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('banner')).toContainText(localise(event.name, language).text);
    const tile = (name: string) => page.getByRole('main').getByRole('button', { name });
    await expect(tile(home.search)).toBeVisible();
    await expect(tile(home.register)).toContainText(home.registerNote);
    await expect(tile(t('home.jobsNote', { count: jobs.length }))).toContainText(home.match);
    await expect(tile(t('home.companiesNote', { count: companies.length }))).toContainText(home.companies);
    await expect(tile(t('home.mapNote', { kiosk: 'K1' }))).toContainText(home.map);
    await expect(tile(home.agenda)).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  });
}

test('the language can be changed on any screen, and what was entered stays', async ({ page }) => {
  await startVisit(page, 'en');
  await openNameScreen(page, createVisitor());
  await page.getByRole('textbox').first().fill('陳大文');
  for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
    await page.locator(`label:has([lang="${language}"])`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const { question, own } = wordsOf(language).register.name;
    await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
    await expect(page.getByRole('textbox', { name: own, exact: true })).toHaveValue('陳大文');
  }
});

test('the next visitor is met in the first language, whatever the last one spoke and saw', async ({ page }) => {
  await startVisit(page, 'zh-Hans');
  const { access, footer } = wordsOf('zh-Hans');
  await page.getByRole('button', { name: footer.access, exact: true }).click();
  await page.getByText(access.largest, { exact: true }).click();
  await page.getByText(access.dark, { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-text', 'largest');
  await expect(page.locator('html')).toHaveAttribute('data-surface', 'dark');
  await page.getByRole('button', { name: access.done, exact: true }).click();
  await startOver(page, 'zh-Hans');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-text', 'normal');
  await expect(page.locator('html')).toHaveAttribute('data-surface', 'paper');
});

test('a kiosk that is not ready says so in every language, and mends itself', async ({ page, pageWatch, shell }) => {
  test.skip(shell === 'electron', 'in Electron nothing lies between page and host that a test could cut');
  await page.route('**/bridge/greet', (route) => route.abort());
  await page.reload();
  for (const language of languages) {
    const { failed, failedNote } = wordsOf(language).start;
    const section = page.locator(`section[lang="${language}"]`);
    await expect(section.getByRole('heading', { name: failed })).toBeVisible();
    await expect(section).toContainText(failedNote);
  }
  await page.unroute('**/bridge/greet');
  await waitForAttract(page);
  // The browser complained of what was cut off.
  pageWatch.forget();
});
