import { errors } from '../../domain/errors.ts';
import { languages, localise } from '../../domain/localised.ts';
import { startVisit } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { loadSampleEvent } from './sample-event.ts';

const { collectionStatement } = loadSampleEvent().event;

for (const language of languages) {
  test(`the whole collection statement stands before the first field (${language})`, async ({ page }) => {
    const { home, register } = wordsOf(language);
    await startVisit(page, language);
    await page.getByRole('button', { name: home.register }).click();
    await expect(page.getByRole('heading', { name: register.consent.question })).toBeVisible();
    for (const paragraph of localise(collectionStatement, language).text.split(/\n\s*\n/u)) {
      await expect(page.getByText(paragraph, { exact: true })).toBeVisible();
    }
    await expect(page.getByRole('textbox')).toHaveCount(0);
  });
}

test('nothing is agreed to beforehand, and there is no way around it', async ({ page }) => {
  const { home, register } = wordsOf('en');
  await startVisit(page, 'en');
  await page.getByRole('button', { name: home.register }).click();
  const agree = page.getByRole('checkbox', { name: register.consent.agree });
  const goOn = page.getByRole('button', { name: register.consent.next, exact: true });
  const refusal = page.getByRole('alert').filter({ hasText: errors['consent-missing'].visitor.en });
  await expect(agree).not.toBeChecked();
  await expect(refusal).toHaveCount(0);

  await goOn.click();
  await expect(refusal).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);

  const box = page.getByText(register.consent.agree, { exact: true });
  await box.click();
  await expect(agree).toBeChecked();
  await expect(refusal).toHaveCount(0);
  await box.click();
  await goOn.click();
  await expect(refusal).toBeVisible();

  await box.click();
  await goOn.click();
  await expect(page.getByRole('heading', { name: register.name.question })).toBeVisible();
});
