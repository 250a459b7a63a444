import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { findChromium } from '../../build/chromium.mjs';
import { createIndexPage } from './index-page.ts';
import { readOptions } from './options.ts';
import type { Picture } from './take-pictures.ts';

test('everything in every language unless told', () => {
  expect(readOptions([])).toEqual({
    ok: true,
    value: { out: 'gallery', only: [], languages: ['en', 'zh-Hant', 'zh-Hans'], resumes: false },
  });
  expect(readOptions(['--lang', 'en', '--only', 'map', '--only', 'walk', '--out', 'x', '--resume'])).toEqual({
    ok: true,
    value: { out: 'x', only: ['map', 'walk'], languages: ['en'], resumes: true },
  });
  expect(readOptions(['--lang', 'fr'])).toMatchObject({
    ok: false,
    reason: expect.stringContaining('zh-Hant') as string,
  });
  expect(readOptions(['--nonsense'])).toMatchObject({ ok: false });
});

function picture(screen: string, changes: Partial<Picture> = {}): Picture {
  const usual = { tour: 'visitor', language: 'en', orientation: 'portrait', textSize: 'normal', faults: [] } as const;
  return { ...usual, screen, file: `visitor/${screen}.png`, ...changes };
}

test('the index opens from a folder, filters, and is walked through with the keyboard', async () => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium is here; npm start installs one.');
  const folder = mkdtempSync(join(tmpdir(), 'foyer-gallery-'));
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const file = join(folder, 'index.html');
    const pictures = [
      picture('home'),
      picture('map', { language: 'zh-Hant', faults: ['a "button" <sticks> out & more'] }),
      picture('whole map'),
    ];
    writeFileSync(file, createIndexPage(pictures, '2026-11-26'));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    const shown = page.locator('main a:visible');
    expect(await shown.count()).toBe(3);
    // The field has the focus.
    await page.keyboard.type('map');
    expect(await shown.count()).toBe(2);
    expect(await page.locator('#count').innerText()).toBe('2 of 3');

    await shown.first().focus();
    await page.keyboard.press('Enter');
    const full = page.getByRole('dialog');
    expect(await full.getByRole('heading').innerText()).toContain('map, zh-Hant');
    expect(await full.getByRole('listitem').allInnerTexts()).toEqual(['a "button" <sticks> out & more']);
    await page.keyboard.press('ArrowRight');
    expect(await full.getByRole('heading').innerText()).toContain('whole map');
    await page.keyboard.press('Escape');
    await full.waitFor({ state: 'hidden' });
    // The dialog hands the focus on once it has closed.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-screen'))).toBe('whole map');

    await page.getByLabel('Language').selectOption('zh-Hant');
    expect(await shown.count()).toBe(1);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
