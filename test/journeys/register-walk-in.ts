import type { Page } from 'playwright-core';
import { enterText } from './type-text.ts';
import { watchNothing, type Watch } from './visit.ts';
import type { Visitor } from './visitor.ts';
import { wordsOf } from './words.ts';

interface Watched {
  readonly watch?: Watch;
}

/** From the home screen to the badge: consent, name, contact, what the visitor does, who may see it, "Finish". */
export async function registerWalkIn(
  page: Page,
  visitor: Visitor,
  { watch = watchNothing }: Watched = {},
): Promise<void> {
  await openNameScreen(page, visitor, { watch });
  await enterName(page, visitor);
  await watch('name-typed');
  await goOn(page, visitor);
  await registerAfterName(page, visitor, { watch });
}

/** From the home screen over the collection statement to the name. */
export async function openNameScreen(
  page: Page,
  { language }: Visitor,
  { watch = watchNothing }: Watched = {},
): Promise<void> {
  const { home, register } = wordsOf(language);
  await page.getByRole('button', { name: home.register }).click();
  await page.getByRole('heading', { name: register.consent.question }).waitFor();
  await watch('consent');
  await page.getByText(register.consent.agree, { exact: true }).click();
  await page.getByRole('button', { name: register.consent.next, exact: true }).click();
  await page.getByRole('heading', { name: register.name.question }).waitFor();
  await watch('name');
}

/** Fills the two names, each as a whole. To touch the keys instead, see `touchKeys`. */
export async function enterName(page: Page, { language, name }: Visitor): Promise<void> {
  const words = wordsOf(language).register.name;
  await enterText(page.getByRole('textbox', { name: words.own, exact: true }), name.own);
  await enterText(page.getByRole('textbox', { name: words.latin, exact: true }), name.latin);
}

/** "Next". */
export async function goOn(page: Page, { language }: Visitor): Promise<void> {
  await page.getByRole('button', { name: wordsOf(language).register.next, exact: true }).click();
}

/** From the contact screen to the badge. */
export async function registerAfterName(
  page: Page,
  visitor: Visitor,
  { watch = watchNothing }: Watched = {},
): Promise<void> {
  const { register, badge } = wordsOf(visitor.language);
  await page.getByRole('heading', { name: register.contact.question }).waitFor();
  await watch('contact');
  await enterContact(page, visitor);
  await watch('contact-typed');
  await goOn(page, visitor);

  await page.getByRole('heading', { name: register.about.question }).waitFor();
  await watch('about');
  await page.getByText(register.status[visitor.status], { exact: true }).click();
  if (visitor.field !== '') await enterText(page.getByRole('textbox', { name: register.about.field }), visitor.field);
  await watch('about-filled');
  await goOn(page, visitor);

  await page.getByRole('heading', { name: register.talent.question }).waitFor();
  await watch('talent');
  await page.getByText(register.talent[visitor.talentPool], { exact: true }).click();
  await watch('talent-filled');
  await page.getByRole('button', { name: register.talent.finish, exact: true }).click();

  await page.getByRole('heading', { name: badge.title }).waitFor();
  await watch('badge');
}

async function enterContact(page: Page, { language, contact }: Visitor): Promise<void> {
  const words = wordsOf(language).register.contact;
  if (contact.kind === 'phone') await page.getByText(words.phone, { exact: true }).first().click();
  await enterText(page.getByRole('textbox', { name: words[contact.kind], exact: true }), contact.value);
}
