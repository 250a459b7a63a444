import { defineConfig } from '@playwright/test';
import type { ShellName } from '../electron/bridge/greet.ts';
import { listShells } from './end-to-end/shells.ts';

/** The same tests on every shell that this machine has. Fixtures and what opens a kiosk: end-to-end/kiosk-test.ts. */
export default defineConfig<object, { shell: ShellName }>({
  testDir: 'end-to-end',
  outputDir: '../test-results',
  projects: listShells().map((shell) => ({ name: shell, use: { shell } })),
  // Each test opens a host and a browser of its own; more at once than two cores carry would measure the waiting.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Several times what each takes here: a machine that is busy is slow, and nothing else is wrong with it.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'line',
  forbidOnly: true,
  // A trace of each test takes a fifth of all the work; to see why one fails, run it alone with `--trace on`.
  use: { trace: 'off' },
});
