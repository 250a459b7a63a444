import type { Page } from 'playwright-core';
import { errors } from '../../domain/errors.ts';
import { localise } from '../../domain/localised.ts';
import { talentPoolChoices } from '../../domain/registration.ts';
import { visitorStatuses } from '../../domain/visitor-status.ts';
import { enterName, openNameScreen } from '../journeys/register-walk-in.ts';
import { enterText } from '../journeys/type-text.ts';
import { startVisit } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { loadSampleEvent } from './sample-event.ts';

const { register, badge, footer } = wordsOf('en');
const { interests } = loadSampleEvent().event;

const next = (page: Page) => page.getByRole('button', { name: register.next, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

async function openContact(page: Page): Promise<void> {
  const visitor = createVisitor();
  await startVisit(page, 'en');
  await openNameScreen(page, visitor);
  await enterName(page, visitor);
  await next(page).click();
  await expect(heading(page, register.contact.question)).toBeVisible();
}

async function openAbout(page: Page): Promise<void> {
  await openContact(page);
  await enterText(field(page, register.contact.email), 'ada@example.com');
  await next(page).click();
  await expect(heading(page, register.about.question)).toBeVisible();
}

async function openTalent(page: Page): Promise<void> {
  await openAbout(page);
  await page.getByText(register.status.student, { exact: true }).click();
  await next(page).click();
  await expect(heading(page, register.talent.question)).toBeVisible();
}

test('one way to be reached is asked for, and checked where it is typed', async ({ page }) => {
  await openContact(page);
  const alert = page.getByRole('alert');
  for (const text of ['', 'ada', 'ada@example', 'ada example.com', '@example.com']) {
    await enterText(field(page, register.contact.email), text);
    await next(page).click();
    await expect(alert, text).toHaveText(errors['not-an-email'].visitor.en);
  }
  await page.getByText(register.contact.phone, { exact: true }).first().click();
  await expect(alert).toHaveCount(0);
  for (const text of ['', '12345', '9123 456x', '1'.repeat(16)]) {
    await enterText(field(page, register.contact.phone), text);
    await next(page).click();
    await expect(alert, text).toHaveText(errors['not-a-phone'].visitor.en);
  }
  await enterText(field(page, register.contact.phone), '+852 (9123) 4567');
  await next(page).click();
  await expect(heading(page, register.about.question)).toBeVisible();
});

test('changing from e-mail to phone and back keeps what was typed in both', async ({ page }) => {
  await openContact(page);
  await enterText(field(page, register.contact.email), 'ada@example.com');
  await page.getByText(register.contact.phone, { exact: true }).first().click();
  await enterText(field(page, register.contact.phone), '9123 4567');
  await page.getByText(register.contact.email, { exact: true }).first().click();
  await expect(field(page, register.contact.email)).toHaveValue('ada@example.com');
  await page.getByText(register.contact.phone, { exact: true }).first().click();
  await expect(field(page, register.contact.phone)).toHaveValue('9123 4567');
});

test('a status is required and none is chosen beforehand; the field of work says that it is optional', async ({
  page,
}) => {
  await openAbout(page);
  for (const status of visitorStatuses) {
    await expect(page.getByRole('radio', { name: register.status[status] })).not.toBeChecked();
  }
  await expect(page.getByRole('textbox')).toHaveCount(1);
  await expect(page.getByText(register.about.field)).toContainText(register.optional);
  await next(page).click();
  await expect(page.getByRole('alert')).toHaveText(errors['choice-missing'].visitor.en);
  await page.getByText(register.status.graduate, { exact: true }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await enterText(page.getByRole('textbox'), 'HKID A123456(3)');
  await next(page).click();
  await expect(page.getByRole('alert')).toHaveText(errors['identity-number'].visitor.en);
  await enterText(page.getByRole('textbox'), '');
  await next(page).click();
  await expect(heading(page, register.talent.question)).toBeVisible();
});

test('who may see it is required and not chosen beforehand; interests are optional and any number', async ({
  page,
}) => {
  await openTalent(page);
  for (const choice of talentPoolChoices) {
    await expect(page.getByRole('radio', { name: register.talent[choice] })).not.toBeChecked();
  }
  await expect(page.getByRole('checkbox')).toHaveCount(interests.length);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expect(page.getByText(register.talent.interests)).toContainText(register.optional);

  await page.getByRole('button', { name: register.talent.finish, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(errors['choice-missing'].visitor.en);
  await expect(heading(page, badge.title)).toHaveCount(0);

  for (const { name } of interests.slice(0, 3)) {
    await page.getByText(localise(name, 'en').text, { exact: true }).click();
  }
  await page.getByText(localise(interests[1]?.name ?? {}, 'en').text, { exact: true }).click();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await page.getByText(register.talent.private, { exact: true }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('back through the steps finds everything as it was entered', async ({ page }) => {
  await openTalent(page);
  await page.getByText(register.talent.open, { exact: true }).click();
  const back = page.getByRole('button', { name: footer.back, exact: true });
  await back.click();
  await expect(page.getByRole('radio', { name: register.status.student })).toBeChecked();
  await back.click();
  await expect(field(page, register.contact.email)).toHaveValue('ada@example.com');
  await back.click();
  await expect(field(page, register.name.latin)).toHaveValue(createVisitor().name.latin);
  await back.click();
  await expect(page.getByRole('checkbox', { name: register.consent.agree })).toBeChecked();
  await page.getByRole('button', { name: register.consent.next, exact: true }).click();
  for (const question of [register.contact.question, register.about.question, register.talent.question]) {
    await next(page).click();
    await expect(heading(page, question)).toBeVisible();
  }
  await expect(page.getByRole('radio', { name: register.talent.open })).toBeChecked();
});
