import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openKiosk } from '../../end-to-end/open-kiosk.ts';
import { readFolderBytes } from '../harness/disk-bytes.ts';
import { megabyte } from '../memory/process-memory.ts';
import type { Wire } from './count-wire.ts';
import type { Download } from './run-peer.ts';

export interface KioskDownload {
  readonly wire: Wire;
  /** Flags. */
  readonly enrolment: readonly string[];
  /** That its page must have. */
  readonly jobs: number;
}

/** A whole kiosk with an empty data folder, from its start until its page has every job. */
export async function runKiosk({ wire, enrolment, jobs }: KioskDownload): Promise<Download> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const noPack = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  try {
    wire.takeBytes();
    const began = performance.now();
    const kiosk = await openKiosk({ shell: 'chromium', dataFolder, flags: [...enrolment, '--event', noPack] });
    let seconds: number;
    try {
      await waitForJobs(kiosk.page, jobs);
      seconds = (performance.now() - began) / 1000;
    } finally {
      await kiosk.close();
    }
    const bytes =
      readCacheBytes(dataFolder) + readFolderBytes(join(dataFolder, 'test-browser', 'Default', 'IndexedDB'));
    return { seconds, wireMegabytes: wire.takeBytes() / megabyte, diskMegabytes: bytes / megabyte };
  } finally {
    for (const folder of [dataFolder, noPack]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Looks into the page's database from beside it, as often as frames come. */
async function waitForJobs(page: Page, wanted: number): Promise<void> {
  await page.waitForFunction(
    async (count) => {
      const known = await indexedDB.databases();
      if (!known.some(({ name }) => name === 'foyer')) return false;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('foyer');
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('The database does not open.'));
        };
      });
      try {
        if (!database.objectStoreNames.contains('jobs')) return false;
        const asked = database.transaction('jobs').objectStore('jobs').count();
        return await new Promise<boolean>((resolve) => {
          asked.onsuccess = () => {
            resolve(asked.result === count);
          };
        });
      } finally {
        database.close();
      }
    },
    wanted,
    { polling: 50, timeout: 120_000 },
  );
}

/** SQLite's file and what lies beside it. */
function readCacheBytes(dataFolder: string): number {
  return readdirSync(dataFolder)
    .filter((name) => name.startsWith('cache.sqlite'))
    .reduce((sum, name) => sum + statSync(join(dataFolder, name)).size, 0);
}
