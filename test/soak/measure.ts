import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readNodeProcess } from '../bench/memory/node-heap.ts';
import { readPageMemory } from '../bench/memory/page-memory.ts';
import { megabyte, readLivingProcesses, readProcessMemory } from '../bench/memory/process-memory.ts';
import type { OpenShell } from '../bench/start/open-shell.ts';
import { listProcesses } from '../faults/harness/browser-processes.ts';

/** How things stand at the attract loop, after garbage was collected. Megabytes are millions of bytes. */
export interface Sample {
  /** Milliseconds since the run began. */
  readonly at: number;
  /** Visitors served so far. */
  readonly visitors: number;
  /** Of the page; samples of one life can be compared. */
  readonly born: number;
  /** Of the host. */
  readonly pid: number;
  readonly pageHeap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** The process that draws the page, PSS. */
  readonly renderer: number;
  /** All processes of the browser, PSS. */
  readonly browser: number;
  readonly hostHeap: number;
  /** Resident. */
  readonly host: number;
  /** What the host's event loop watches: sockets, timers, files. */
  readonly handles: number;
  /** Files and sockets that the host has open. */
  readonly openFiles: number;
  /** The journal on disk, and its write-ahead log, which is used anew from 4 MB on. */
  readonly journal: number;
  readonly journalLog: number;
}

export interface Measured {
  readonly shell: OpenShell;
  readonly page: Page;
  readonly dataFolder: string;
}

export async function measure({
  shell,
  page,
  dataFolder,
}: Measured): Promise<Omit<Sample, 'at' | 'visitors' | 'born' | 'pid'>> {
  const { pid } = shell.host.process;
  // Where Node's inspector listens stands among what it said.
  const inspector = /Debugger listening on (\S+)/u.exec(shell.host.output())?.[1];
  if (pid === undefined || inspector === undefined)
    throw new Error(`The host cannot be looked into:\n${shell.host.output()}`);
  const node = await readNodeProcess(inspector);
  const inPage = await readPageMemory(page);
  return {
    pageHeap: inPage.heap / megabyte,
    nodes: inPage.nodes,
    listeners: inPage.listeners,
    renderer: inPage.renderer.own / megabyte,
    browser: (await readBrowser(page)) / megabyte,
    hostHeap: node.heap / megabyte,
    host: readProcessMemory(pid).resident / megabyte,
    handles: node.handles,
    openFiles: readdirSync(`/proc/${pid}/fd`).length,
    journal: sizeOf(join(dataFolder, 'journal.sqlite')) / megabyte,
    journalLog: sizeOf(join(dataFolder, 'journal.sqlite-wal')) / megabyte,
  };
}

async function readBrowser(page: Page): Promise<number> {
  const processes = await listProcesses(page.context().browser());
  return readLivingProcesses(processes.map(({ id }) => id)).reduce((sum, { own }) => sum + own, 0);
}

/** Bytes; 0 where there is none. */
export function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}
