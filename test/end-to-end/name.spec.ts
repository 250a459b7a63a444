import type { Page } from 'playwright-core';
import { errors, type ErrorCode } from '../../domain/errors.ts';
import { languages } from '../../domain/localised.ts';
import { openNameScreen, registerAfterName } from '../journeys/register-walk-in.ts';
import { enterText } from '../journeys/type-text.ts';
import { startVisit } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';

const { register } = wordsOf('en');

async function openFields(page: Page) {
  await startVisit(page, 'en');
  await openNameScreen(page, createVisitor());
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  return {
    own: field(register.name.own),
    latin: field(register.name.latin),
    next: page.getByRole('button', { name: register.next, exact: true }),
    preview: page.locator('.badge-preview'),
  };
}

test('the badge grows while the name is written, in any script', async ({ page }) => {
  const { own, latin, preview } = await openFields(page);
  await expect(latin).toBeFocused();
  for (const name of ['陳大文', '김민준', 'محمد', 'אברהם', 'देवदत्त', 'สมชาย', 'Ανδρέας', 'Иван']) {
    await enterText(own, name);
    await expect(preview).toContainText(name);
  }
  await latin.click();
  await page.keyboard.type('Chan Tai Man');
  await expect(latin).toHaveValue('Chan Tai Man');
  await expect(preview).toContainText('Chan Tai Man');
});

test('either name is enough', async ({ page }) => {
  const { own, latin, next } = await openFields(page);
  await enterText(own, '陳大文');
  await next.click();
  await expect(page.getByRole('heading', { name: register.contact.question })).toBeVisible();
  await page.getByRole('button', { name: wordsOf('en').footer.back, exact: true }).click();
  await expect(own).toHaveValue('陳大文');
  await enterText(own, '');
  await enterText(latin, 'Chan Tai Man');
  await next.click();
  await expect(page.getByRole('heading', { name: register.contact.question })).toBeVisible();
});

const refused: readonly (readonly [string, string, ErrorCode])[] = [
  ['no name', '', 'name-missing'],
  ['spaces', '   ', 'name-missing'],
  ['an identity card number', 'A123456(3)', 'identity-number'],
  ['one inside a name', '陳大文 a1234563', 'identity-number'],
  ['81 characters', '陳'.repeat(81), 'too-long'],
  ['an emoji', 'Ada 🎉', 'unprintable-characters'],
  ['a character that no font here has', 'Ada \u{12000}', 'unprintable-characters'],
];

test('what cannot be printed or kept is refused at the field, in words that help', async ({ page }) => {
  const { own, next } = await openFields(page);
  for (const [what, text, code] of refused) {
    await enterText(own, text);
    await next.click();
    await expect(page.getByRole('alert'), what).toHaveText(errors[code].visitor.en);
    await expect(page.getByRole('heading', { name: register.name.question })).toBeVisible();
  }
  await enterText(own, '陳'.repeat(80));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await next.click();
  await expect(page.getByRole('heading', { name: register.contact.question })).toBeVisible();
});

test('a refusal is spoken in the language of the visitor', async ({ page }) => {
  const { next } = await openFields(page);
  await next.click();
  for (const language of languages) {
    await page.locator(`label:has([lang="${language}"])`).click();
    await page.getByRole('button', { name: wordsOf(language).register.next, exact: true }).click();
    await expect(page.getByRole('alert')).toHaveText(errors['name-missing'].visitor[language]);
  }
});

test('nothing is refused before the visitor has asked to go on', async ({ page }) => {
  const { own } = await openFields(page);
  await enterText(own, 'A123456(3)');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('markup is a name like any other: it is shown as it was written', async ({ page }) => {
  const markup = '<img src=x onerror="document.title=1"><b>Ada</b>';
  const { own, next, preview } = await openFields(page);
  await enterText(own, markup);
  await expect(preview).toContainText(markup);
  await next.click();
  await registerAfterName(page, createVisitor());
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(markup);
  await expect(page.locator('img, b')).toHaveCount(0);
  await expect(page).toHaveTitle('Foyer');
});
