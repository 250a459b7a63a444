import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../build/chromium.mjs';
import { endProcess, waitForOutput, watchOutput, type HostProcess } from '../../end-to-end/host-process.ts';
import { findJobAndPrintMap } from '../../journeys/find-job.ts';
import { printSheet } from '../../journeys/print-sheet.ts';
import { registerWalkIn } from '../../journeys/register-walk-in.ts';
import { finishVisit, startVisit } from '../../journeys/visit.ts';
import type { Benchmark, Figure, Unit } from '../harness/benchmark.ts';
import { pickVisitor } from '../harness/visitors.ts';
import { withKiosk } from '../harness/with-kiosk.ts';
import { readNodeHeap } from './node-heap.ts';
import { readPageMemory, type PageMemory } from './page-memory.ts';
import { megabyte, readProcessMemory, type ProcessMemory } from './process-memory.ts';

/** After how many visitors it is looked at. */
const looks = [0, 20, 200];

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
Peer: a blank page in the same Chromium, opened in the same way, and a Node that serves it.`,
  async measure(say) {
    const blank = await measureBlank();
    const kiosk = await measureKiosk(say);
    return [...kiosk].flatMap(([visitors, memories]) => describe(visitors, memories, blank));
  },
};

async function measureKiosk(say: (progress: string) => void): Promise<Map<number, Memory>> {
  const found = new Map<number, Memory>();
  // What the kiosk's host is started with.
  process.env['NODE_OPTIONS'] = inspect;
  try {
    await withKiosk('72mm', async ({ kiosk, page }) => {
      for (let visitors = 0; visitors <= Math.max(...looks); visitors += 1) {
        if (visitors > 0) await serveVisitor(page, visitors);
        if (looks.includes(visitors)) found.set(visitors, await readMemory(kiosk.host, page));
        if (visitors % 20 === 0) say(`${visitors} visitors`);
      }
    });
  } finally {
    delete process.env['NODE_OPTIONS'];
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

async function measureBlank(): Promise<Memory> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium is here; npm start installs one.');
  const profile = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const host = watchOutput(spawn(process.execPath, [inspect, join(import.meta.dirname, 'blank-server.ts')]));
  try {
    const address = await waitForOutput(host, /Blank pages are ready: (\S+)/u);
    const viewport = { width: 1080, height: 1920 };
    const context = await chromium.launchPersistentContext(profile, { executablePath, viewport, hasTouch: true });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(address);
    const found = await readMemory(host, page);
    await context.close();
    return found;
  } finally {
    await endProcess(host.process);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** On any free port of this machine only. */
const inspect = '--inspect=127.0.0.1:0';

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
