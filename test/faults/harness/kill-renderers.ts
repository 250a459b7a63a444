import process from 'node:process';
import type { BrowserContext } from 'playwright-core';
import { assert } from '../../../domain/assert.ts';

/** kill -9 for every process that draws a page of this browser. @returns how many there were */
export async function killRenderers(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  assert(browser !== null, 'the browser is on this machine');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  for (const { id } of renderers) process.kill(id, 'SIGKILL');
  return renderers.length;
}
