import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { HostProcess } from '../../end-to-end/host-process.ts';
import { findJobAndPrintMap } from '../../journeys/find-job.ts';
import { printSheet } from '../../journeys/print-sheet.ts';
import { registerWalkIn } from '../../journeys/register-walk-in.ts';
import { finishVisit, startVisit, waitForAttract } from '../../journeys/visit.ts';
import { startEscposSimulator } from '../../simulators/escpos/escpos-simulator.ts';
import type { Benchmark, Figure, Unit } from '../harness/benchmark.ts';
import { pickVisitor } from '../harness/visitors.ts';
import { openShell } from '../start/open-shell.ts';
import { createStarters, type Starters } from '../start/starters.ts';
import { readNodeHeap } from './node-heap.ts';
import { readPageMemory, type PageMemory } from './page-memory.ts';
import { megabyte, readProcessMemory, type ProcessMemory } from './process-memory.ts';

/**
 * DevTools keeps the address of everything that a page loads while Playwright is connected, and a sheet on its way to dots is an address of
 * 2 MB: 8 MB a visitor that no kiosk has. It goes with the connection.
 */
const visitorsAConnection = 20;

/** After how many visitors it is looked at: multiples of those. */
const looks = [0, 20, 200];

type Say = (progress: string) => void;

interface Memory {
  readonly host: ProcessMemory;
  readonly hostHeap: number;
  readonly page: PageMemory;
}

export const memory: Benchmark = {
  name: 'memory',
  about: `After ${looks.join(', ')} visitors, one after the other in the same window: three of four register and print a badge, one finds a job and
prints the way to its booth. resident (RSS) as it is; own (PSS) shares what several processes map; heap after collecting garbage. The
host runs with Node's inspector listening, through which its heap is read. Linux only.
Peer: a page with one button, served by a small Node program that opens the same Chromium with the same arguments.`,
  async measure(say) {
    const work = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
    try {
      // On any free port of this machine only.
      const starters = createStarters(work, { nodeOptions: '--inspect=127.0.0.1:0' });
      const blank = await measureBlank(starters, work);
      const kiosk = await measureKiosk(starters, work, say);
      return [...kiosk].flatMap(([visitors, memories]) => describe(visitors, memories, blank));
    } finally {
      rmSync(work, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function measureKiosk(starters: Starters, work: string, say: Say): Promise<Map<number, Memory>> {
  const found = new Map<number, Memory>();
  const simulator = await startEscposSimulator();
  const printer = ['--printer', `tcp://${simulator.host}:${simulator.port}`, '--idle-warn-after-seconds', '3600'];
  const shell = await openShell(starters.kiosk(join(work, 'kiosk'), printer));
  try {
    for (let visitors = 0; visitors <= Math.max(...looks); visitors += visitorsAConnection) {
      const { browser, page } = await shell.connect();
      await waitForAttract(page);
      if (looks.includes(visitors)) found.set(visitors, await readMemory(shell.host, page));
      say(`${visitors} visitors`);
      if (visitors < Math.max(...looks)) {
        for (let number = 1; number <= visitorsAConnection; number += 1) await serveVisitor(page, visitors + number);
      }
      await browser.close();
    }
  } finally {
    await shell.close();
    await simulator.close();
  }
  return found;
}

async function serveVisitor(page: Page, number: number): Promise<void> {
  const visitor = pickVisitor(number);
  const { language } = visitor;
  await startVisit(page, language);
  if (number % 4 === 0) await findJobAndPrintMap(page, { language, search: 'IC' });
  else {
    await registerWalkIn(page, visitor);
    await printSheet(page, { document: 'badge', language });
  }
  await finishVisit(page, language);
}

async function measureBlank(starters: Starters, work: string): Promise<Memory> {
  const shell = await openShell(starters.blank(join(work, 'blank'), '0'));
  try {
    const { browser, page } = await shell.connect();
    await page.locator('button.attract').waitFor();
    const found = await readMemory(shell.host, page);
    await browser.close();
    return found;
  } finally {
    await shell.close();
  }
}

async function readMemory(host: HostProcess, page: Page): Promise<Memory> {
  const { pid } = host.process;
  const inspector = /Debugger listening on (\S+)/u.exec(host.output())?.[1];
  if (pid === undefined || inspector === undefined)
    throw new Error(`The host cannot be looked into:\n${host.output()}`);
  return { host: readProcessMemory(pid), hostHeap: await readNodeHeap(inspector), page: await readPageMemory(page) };
}

const parts: readonly { readonly name: string; readonly unit: Unit; readonly of: (memory: Memory) => number }[] = [
  { name: 'host, resident', unit: 'MB', of: ({ host }) => host.resident / megabyte },
  { name: 'host, own', unit: 'MB', of: ({ host }) => host.own / megabyte },
  { name: 'host, heap', unit: 'MB', of: ({ hostHeap }) => hostHeap / megabyte },
  { name: 'renderer, resident', unit: 'MB', of: ({ page }) => page.renderer.resident / megabyte },
  { name: 'renderer, own', unit: 'MB', of: ({ page }) => page.renderer.own / megabyte },
  { name: 'renderer, heap', unit: 'MB', of: ({ page }) => page.heap / megabyte },
  { name: 'renderer, DOM nodes', unit: 'count', of: ({ page }) => page.nodes },
  { name: 'renderer, event listeners', unit: 'count', of: ({ page }) => page.listeners },
];

function describe(visitors: number, kiosk: Memory, blank: Memory): Figure[] {
  return parts.map(({ name, unit, of }) => ({
    name: `${name} after ${visitors} visitors`,
    unit,
    values: [of(kiosk)],
    peer: { name: 'blank page', values: [of(blank)] },
  }));
}
