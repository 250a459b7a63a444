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
      await waitForCatalogue(kiosk.page);
      seconds = (performance.now() - began) / 1000;
      const found = await countJobs(kiosk.page);
      if (found !== jobs) throw new Error(`The page has ${found} of ${jobs} jobs.`);
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

/** The page asks for records when it has committed the catalogue. Its database is not looked into before: a second opener delays it. */
async function waitForCatalogue(page: Page): Promise<void> {
  await page.waitForFunction(
    () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/bridge/pullRecords')),
    undefined,
    { polling: 20, timeout: 120_000 },
  );
}

function countJobs(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('foyer');
        request.onerror = () => {
          reject(new Error('The database does not open.'));
        };
        request.onsuccess = () => {
          const database = request.result;
          const asked = database.transaction('jobs').objectStore('jobs').count();
          asked.onsuccess = () => {
            database.close();
            resolve(asked.result);
          };
        };
      }),
  );
}

/** SQLite's file and what lies beside it. */
function readCacheBytes(dataFolder: string): number {
  return readdirSync(dataFolder)
    .filter((name) => name.startsWith('cache.sqlite'))
    .reduce((sum, name) => sum + statSync(join(dataFolder, name)).size, 0);
}
