import type { Page } from 'playwright-core';
import { installToolkit } from '../harness/page-toolkit.ts';

/** What a page shows for a text: how many were found, and the first of them. */
export interface Results {
  readonly count: number;
  readonly titles: readonly string[];
}

/** Milliseconds from a key's event to the frame after the list of jobs shows these results. */
export async function timeKey(page: Page, key: string, expected: Results): Promise<number> {
  await page.evaluate(({ count, titles }) => {
    const isShown = () => {
      const status = document.querySelector('.jobs [role=status]')?.textContent ?? '';
      const rows = [...document.querySelectorAll('.job-row strong')].map(({ textContent }) => textContent);
      return (
        Number(/\d+/u.exec(status)?.[0]) === count && rows.slice(0, titles.length).join('\n') === titles.join('\n')
      );
    };
    window.bench.pending = window.bench.whenPainted(isShown);
  }, expected);
  return pressAndRead(page, key);
}

/** The same in a page with nothing but a field, which shows the text. */
export async function timePlainKey(page: Page, key: string, expected: string): Promise<number> {
  await page.evaluate((text) => {
    window.bench.pending = window.bench.whenPainted(
      () => document.querySelector('[role=status]')?.textContent === text,
    );
  }, expected);
  return pressAndRead(page, key);
}

export async function openPlainField(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/field`);
  await installToolkit(page);
}

export async function pressKey(page: Page, key: string): Promise<void> {
  if (/^[ -~]$/u.test(key)) await page.keyboard.press(key === ' ' ? 'Space' : key);
  else await page.keyboard.insertText(key);
}

async function pressAndRead(page: Page, key: string): Promise<number> {
  await pressKey(page, key);
  return page.evaluate(async () => (await window.bench.pending) - window.bench.lastInput);
}
