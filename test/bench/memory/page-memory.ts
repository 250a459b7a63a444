import type { BrowserContext, Page } from 'playwright-core';
import { listRenderers } from '../../faults/harness/browser-processes.ts';
import { readLivingProcesses, type ProcessMemory } from './process-memory.ts';

export interface PageMemory {
  /** Bytes of JavaScript's heap after garbage was collected; workers have their own. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Of the process that draws the page. */
  readonly renderer: ProcessMemory;
}

export async function readPageMemory(page: Page): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Performance.enable');
    // What the first collection frees may have held what the second frees.
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const read = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    return {
      heap: read('JSHeapUsedSize'),
      nodes: read('Nodes'),
      listeners: read('JSEventListeners'),
      renderer: await readRenderer(page.context()),
    };
  } finally {
    await session.detach();
  }
}

/** The largest, because Chromium keeps an empty one ready beside it. */
async function readRenderer(context: BrowserContext): Promise<ProcessMemory> {
  const renderers = readLivingProcesses(await listRenderers(context.browser()));
  const largest = renderers.toSorted((one, other) => other.resident - one.resident)[0];
  if (largest === undefined) throw new Error('The browser names no renderer.');
  return largest;
}
