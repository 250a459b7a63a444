import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { assert } from '../../../domain/assert.ts';

/** The living processes of a browser, as it names them itself: of those that end it learns a moment later. */
export async function listProcesses(
  browser: Browser | null,
): Promise<readonly { readonly id: number; readonly type: string }[]> {
  assert(browser !== null, 'the browser is on this machine');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ id }) => existsSync(`/proc/${id}`));
}

/** Process ids of those that draw its pages. */
export async function listRenderers(browser: Browser | null): Promise<readonly number[]> {
  return (await listProcesses(browser)).filter(({ type }) => type === 'renderer').map(({ id }) => id);
}
