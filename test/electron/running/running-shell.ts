import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildRunning, openRunning, type RunningShell } from './open-running.ts';

/** One shell for the tests of a file; `page` is the client that they share. */
export function useRunningShell(flags: readonly string[] = []) {
  let opened: { shell: RunningShell; page: Page } | null = null;
  beforeAll(async () => {
    const shell = await openRunning(await buildRunning(), flags);
    opened = { shell, page: await shell.page() };
    // The build, when something has changed since the last one.
  }, 120_000);
  afterAll(async () => {
    await opened?.shell.close();
  });
  return () => {
    if (opened === null) throw new Error('The shell is not up');
    return opened;
  };
}
