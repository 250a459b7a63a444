import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../build/chromium.mjs';
import { readFolderBytes } from './disk-bytes.ts';

/**
 * A page in a Chromium of its own with an empty profile on the disk.
 * @returns what the work gave, and how many bytes IndexedDB has on the disk after the browser ended
 */
export async function withPage<Value>(
  address: string,
  work: (page: Page) => Promise<Value>,
): Promise<{ readonly value: Value; readonly databaseBytes: number }> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium is here; npm start installs one.');
  const profile = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  try {
    const context = await chromium.launchPersistentContext(profile, { executablePath });
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(address);
      await page.waitForFunction(() => 'peers' in window);
      const value = await work(page);
      await context.close();
      return { value, databaseBytes: readFolderBytes(join(profile, 'Default', 'IndexedDB')) };
    } finally {
      await context.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
