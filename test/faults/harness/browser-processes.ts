import type { Browser } from 'playwright-core';
import { assert } from '../../../domain/assert.ts';

/** The processes of a browser, as it names them itself; one may have ended since. */
export async function listProcesses(
  browser: Browser | null,
): Promise<readonly { readonly id: number; readonly type: string }[]> {
  assert(browser !== null, 'the browser is on this machine');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo;
}

/** Process ids of those that draw its pages. */
export async function listRenderers(browser: Browser | null): Promise<readonly number[]> {
  return (await listProcesses(browser)).filter(({ type }) => type === 'renderer').map(({ id }) => id);
}
