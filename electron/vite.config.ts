import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Electron runs neither TypeScript nor, in a sandboxed preload, modules or anything that is not in the one file. */
export default defineConfig({
  root: here('.'),
  environments: {
    main: {
      consumer: 'server',
      // What node_modules holds is resolved at run time.
      resolve: { external: true, builtins: ['electron', /^node:/] },
      build: {
        outDir: here('dist'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          // The embedded hub runs in a process of its own.
          input: { main: here('shells/electron/main.ts'), hub: here('../hub/main.ts') },
          external: ['electron', /^node:/],
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    },
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
      for (const name of ['main', 'preload']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
});
