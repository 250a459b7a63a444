import type { Locator, Page } from 'playwright-core';
import type { Words } from '../../renderer/words/en.ts';

/** Puts a text into a field at once, as an input method or a paste does. What was in it goes. */
export async function enterText(field: Locator, text: string): Promise<void> {
  await field.fill('');
  await field.focus();
  if (text !== '') await field.page().keyboard.insertText(text);
}

/**
 * Writes with the keys on the screen, a touch for each letter, mark and change of case: into the field that has the keyboard. Takes
 * Latin letters, marked ones too, digits, spaces, and what else the keys have.
 */
export async function touchKeys(page: Page, words: Words, text: string): Promise<void> {
  const keyboard = page.getByRole('group', { name: words.keyboard.name, exact: true });
  const key = (label: string) => keyboard.getByRole('button', { name: label, exact: true });
  for (const letter of text.normalize('NFC')) {
    if (letter === ' ') {
      await key(words.keyboard.space).click();
      continue;
    }
    const [base = letter, ...marks] = letter.normalize('NFD');
    await showKey(key, base, words);
    await key(base).click();
    let marked = base;
    for (const mark of marks) {
      marked = (marked + mark).normalize('NFC');
      await key(marked).click();
    }
  }
}

/** Another case or the other half of the keys, when the key is not among those shown. */
async function showKey(key: (label: string) => Locator, label: string, { keyboard }: Words): Promise<void> {
  if (await key(label).isVisible()) return;
  const isLetter = /\p{L}/u.test(label);
  const other = key(isLetter ? keyboard.letters : keyboard.symbols);
  if (await other.isVisible()) await other.click();
  if (isLetter && !(await key(label).isVisible())) await key(keyboard.shift).click();
}
