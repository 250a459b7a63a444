import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { fontCoverage } from '../renderer/documents/coverage/coverage-plugin.ts';

export default defineConfig({
  plugins: [fontCoverage()],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['{domain,renderer,electron,hub,build,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/end-to-end/**'],
    globalSetup: ['test/postgres/global-setup.ts'],
    // Half of the time of the longest files is waiting for printers and hubs, and one worker fewer than cores leaves one of two idle.
    // Three on two cores were no faster, beside lint and types: 549 s after 466.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    // A second is the usual, and a busy machine is slower than that.
    expect: { poll: { timeout: 10_000 } },
    restoreMocks: true,
    unstubEnvs: true,
  },
});
