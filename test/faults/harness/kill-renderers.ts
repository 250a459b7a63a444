import process from 'node:process';
import type { BrowserContext } from 'playwright-core';
import { listRenderers } from './browser-processes.ts';

/** kill -9 for every process that draws a page of this browser. @returns how many there were */
export async function killRenderers(context: BrowserContext): Promise<number> {
  const renderers = await listRenderers(context.browser());
  for (const id of renderers) process.kill(id, 'SIGKILL');
  return renderers.length;
}
