import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../build/chromium.mjs';
import { readFolderBytes } from '../harness/disk-bytes.ts';
import { megabyte } from '../memory/process-memory.ts';
import type { Peers } from './page/main.ts';
import type { PeerServer } from './serve-peers.ts';

declare global {
  interface Window {
    peers: Peers;
  }
}

export interface Download {
  readonly seconds: number;
  /** As they went over the wire. */
  readonly wireMegabytes: number;
  readonly diskMegabytes: number;
}

/** One peer in a Chromium with an empty profile. @param rows that it must end with */
export async function runPeer(peer: keyof Peers, server: PeerServer, rows: number): Promise<Download> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium is here; npm start installs one.');
  const profile = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  try {
    const context = await chromium.launchPersistentContext(profile, { executablePath });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(server.address);
    await page.waitForFunction(() => 'peers' in window);
    server.takeBytes();
    const { milliseconds, found } = await page.evaluate(async (name) => {
      const began = performance.now();
      const found = await window.peers[name]();
      return { milliseconds: performance.now() - began, found };
    }, peer);
    const wireMegabytes = server.takeBytes() / megabyte;
    await context.close();
    if (found !== rows) throw new Error(`${peer} ended with ${found} of ${rows} rows.`);
    return { seconds: milliseconds / 1000, wireMegabytes, diskMegabytes: readIndexedDb(profile) / megabyte };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param profile of a Chromium that has ended */
function readIndexedDb(profile: string): number {
  const folder = join(profile, 'Default', 'IndexedDB');
  if (!existsSync(folder)) throw new Error('The browser kept no database.');
  return readFolderBytes(folder);
}
