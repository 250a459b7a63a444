import { defineConfig } from 'vitest/config';
import { fontCoverage } from '../renderer/documents/coverage/coverage-plugin.ts';

export default defineConfig({
  plugins: [fontCoverage()],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['{domain,renderer,electron,hub,build,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/end-to-end/**'],
    globalSetup: ['test/postgres/global-setup.ts'],
    testTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
