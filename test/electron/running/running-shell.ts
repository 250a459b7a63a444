import { afterAll, beforeAll } from 'vitest';
import { buildRunning, openRunning, type RunningShell } from './open-running.ts';

/** One shell for the tests of a file. */
export function useRunningShell(flags: readonly string[] = []) {
  let opened: RunningShell | null = null;
  beforeAll(async () => {
    opened = await openRunning(await buildRunning(), flags);
    // The build, when something has changed since the last one.
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (opened === null) throw new Error('The shell is not up');
    return opened;
  };
}
