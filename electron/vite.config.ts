import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** For Node: what node_modules holds is resolved at run time. */
const bundle = (input: Record<string, string>, emptyOutDir: boolean) => ({
  consumer: 'server' as const,
  resolve: { external: true as const, builtins: ['electron', /^node:/] },
  build: {
    outDir: here('dist'),
    emptyOutDir,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input,
      external: ['electron', /^node:/],
      output: { format: 'es' as const, entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});

/** Electron runs neither TypeScript nor, in a sandboxed preload, modules or anything that is not in the one file. */
export default defineConfig({
  root: here('.'),
  environments: {
    main: bundle({ main: here('shells/electron/main.ts') }, true),
    // The embedded hub runs in a process of its own.
    hub: bundle({ hub: here('../hub/main.ts') }, false),
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, builtins: ['electron'] },
      build: {
        outDir: here('dist'),
        emptyOutDir: false,
        target: 'chrome140',
        minify: false,
        rolldownOptions: {
          input: { preload: here('shells/electron/preload.ts') },
          external: ['electron'],
          // The nearest package.json says "type": "module", so a CommonJS file needs its own ending.
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'hub', 'preload']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
});
