import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['{domain,renderer,electron,hub,build,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/end-to-end/**'],
    restoreMocks: true,
    unstubEnvs: true,
  },
});
