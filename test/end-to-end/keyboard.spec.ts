import type { Locator, Page } from 'playwright-core';
import { openNameScreen } from '../journeys/register-walk-in.ts';
import { touchKeys } from '../journeys/type-text.ts';
import { startOver, startVisit } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';

const words = wordsOf('en');
const { keyboard, register } = words;

async function openField(page: Page) {
  await startVisit(page, 'en');
  await openNameScreen(page, createVisitor());
  const keys = page.getByRole('group', { name: keyboard.name, exact: true });
  await expect(keys).toBeVisible();
  return {
    own: page.getByRole('textbox', { name: register.name.own, exact: true }),
    latin: page.getByRole('textbox', { name: register.name.latin, exact: true }),
    key: (label: string) => keys.getByRole('button', { name: label, exact: true }),
  };
}

/** `|` stands for the caret, two of them for a selection. */
async function write(field: Locator, text: string): Promise<void> {
  await field.fill(text.replaceAll('|', ''));
  const [start, end] = [text.indexOf('|'), text.lastIndexOf('|')];
  await field.evaluate(
    (input, range) => {
      if (input instanceof HTMLInputElement) input.setSelectionRange(range.start, range.end);
    },
    { start, end: end === start ? start : end - 1 },
  );
}

async function read(field: Locator): Promise<string> {
  return field.evaluate((input) => {
    if (!(input instanceof HTMLInputElement)) return '';
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
    const { value } = input;
    return start === end
      ? `${value.slice(0, start)}|${value.slice(start)}`
      : `${value.slice(0, start)}|${value.slice(start, end)}|${value.slice(end)}`;
  });
}

test('the keys write into the field that was touched last, and leave the caret in it', async ({ page }) => {
  const { own, latin, key } = await openField(page);
  await key('A').click();
  await key('d').click();
  await own.click();
  await key('T').click();
  await expect(latin).toHaveValue('Ad');
  await expect(own).toHaveValue('T');
  await expect(own).toBeFocused();
  await latin.click();
  await key('a').click();
  await expect(latin).toHaveValue('Ada');
});

test('a word begins with a capital, and Shift turns that about for one letter', async ({ page }) => {
  const { latin, key } = await openField(page);
  await expect(key(keyboard.shift)).toHaveAttribute('aria-pressed', 'true');
  await key('V').click();
  await expect(key(keyboard.shift)).toHaveAttribute('aria-pressed', 'false');
  await key('a').click();
  await key('n').click();
  await key(keyboard.space).click();
  await key(keyboard.shift).click();
  await key('d').click();
  await key('e').click();
  await key(keyboard.shift).click();
  await key('R').click();
  await key('s').click();
  await key('-').click();
  await key('T').click();
  await expect(latin).toHaveValue('Van deRs-T');
});

test('marks are offered for the letter before the caret, and a second one for the letter that has one', async ({
  page,
}) => {
  const { latin, key } = await openField(page);
  const variants = page.getByRole('group', { name: keyboard.variants, exact: true });
  await expect(variants.getByRole('button')).toHaveCount(0);
  await key('R').click();
  await key('e').click();
  await key('n').click();
  await key('e').click();
  await variants.getByRole('button', { name: 'é', exact: true }).click();
  await expect(latin).toHaveValue('René');
  await write(latin, 'Nguye|n');
  await variants.getByRole('button', { name: 'ê', exact: true }).click();
  await variants.getByRole('button', { name: 'ễ', exact: true }).click();
  await expect(latin).toHaveValue('Nguyễn');
  expect(await read(latin)).toBe('Nguyễ|n');
});

test('whole names are written with the keys alone', async ({ page }) => {
  const { own, latin } = await openField(page);
  await touchKeys(page, words, "Nguyễn Ánh O'Brien 3");
  await expect(latin).toHaveValue("Nguyễn Ánh O'Brien 3");
  await own.click();
  await touchKeys(page, words, 'Müller');
  await expect(own).toHaveValue('Müller');
});

const deletions = [
  ['the letter before the caret', 'Ta|i', 'T|i'],
  ['a selection, whole', 'T|ai M|an', 'T|an'],
  ['nothing before the first letter', '|Tai', '|Tai'],
  ['a letter with all its marks', 'Nguye\u0302\u0303|n', 'Nguy|n'],
  ['a character outside the basic plane', '陳𠮷|', '陳|'],
  ['a family of joined figures', '陳👨‍👩‍👧|', '陳|'],
  ['a syllable of Hangul in its parts', '김\u1106\u1175\u11ab|', '김|'],
] as const;

test('Delete takes away what a person sees as one character', async ({ page }) => {
  const { latin, key } = await openField(page);
  for (const [what, before, after] of deletions) {
    await write(latin, before);
    await key(keyboard.backspace).click();
    expect(await read(latin), what).toBe(after);
  }
});

const insertions = [
  ['in the middle', 'T|i', 'Ta|i'],
  ['over a selection', 'T|om H|an', 'Ta|an'],
  ['at the end', 'T|', 'Ta|'],
] as const;

test('a key writes where the caret is', async ({ page }) => {
  const { latin, key } = await openField(page);
  for (const [where, before, after] of insertions) {
    await write(latin, before);
    await key('a').click();
    expect(await read(latin), where).toBe(after);
  }
});

test('each field has the keys that it needs', async ({ page }) => {
  const { latin, key } = await openField(page);
  await latin.fill('Ada');
  await page.getByRole('button', { name: register.next, exact: true }).click();
  await expect(page.getByRole('textbox', { name: register.contact.email, exact: true })).toBeFocused();
  for (const label of ['a', '1', '0', '@', '.']) await expect(key(label)).toBeVisible();
  await page.getByText(register.contact.phone, { exact: true }).first().click();
  const phone = page.getByRole('textbox', { name: register.contact.phone, exact: true });
  await expect(phone).toBeFocused();
  await expect(key('a')).toHaveCount(0);
  await touchKeys(page, words, '+852-91234567');
  await expect(phone).toHaveValue('+852-91234567');
});

test('where there is more to see than the keys, they can be put away', async ({ page }) => {
  await startVisit(page, 'en');
  await page.getByRole('button', { name: words.home.search, exact: true }).click();
  const keys = page.getByRole('group', { name: keyboard.name, exact: true });
  await expect(keys).toBeVisible();
  await keys.getByRole('button', { name: keyboard.hide, exact: true }).click();
  await expect(keys).toHaveCount(0);
  await page.getByRole('textbox', { name: words.jobs.search, exact: true }).click();
  await expect(keys).toBeVisible();
});

test('Han characters are written by their sound, in the way of the visitor’s own language', async ({ page }) => {
  for (const [language, sound, character] of [
    ['zh-Hant', 'can', '陳'],
    ['zh-Hans', 'chen', '陈'],
  ] as const) {
    const spoken = wordsOf(language);
    await startVisit(page, language);
    await openNameScreen(page, createVisitor({ language }));
    const own = page.getByRole('textbox', { name: spoken.register.name.own, exact: true });
    await own.click();
    await touchKeys(page, spoken, sound);
    await expect(own).toHaveValue('');
    const candidates = page.getByRole('group', { name: spoken.keyboard.candidates, exact: true });
    await candidates.getByRole('button', { name: character, exact: true }).click();
    await expect(own).toHaveValue(character);
    await startOver(page, language);
  }
});
