import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { createBuilder, type Plugin } from 'vite';
import { root } from './root.ts';

/** What stays outside of the bundles: programs of another kind, and a native module, which lies beside them. */
const outside = ['electron', 'playwright-core', '@serialport/bindings-cpp'];

/** npm has packages of the same names (`buffer`, `events`), which must not take the place of Node's own. */
const builtins = [/^node:/u, ...builtinModules];

/** By the name of the file that comes out. Electron needs no commands: its fuses let nothing but the kiosk run. */
const inputs = {
  chromium: {
    kiosk: 'electron/shells/chromium/main.ts',
    hub: 'hub/main.ts',
    printers: 'electron/printing/discovery/main.ts',
    event: 'build/event/event.ts',
    // Root's: puts in what the kiosk asks for.
    update: 'build/update/linux/main.ts',
  },
  electron: { main: 'electron/shells/electron/main.ts', hub: 'hub/main.ts' },
} as const;

export type PackagedShell = keyof typeof inputs;

export interface HostBundle {
  readonly shell: PackagedShell;
  /** That it says it is; otherwise what stands in package.json. */
  readonly version?: string;
  readonly outDir: string;
}

/**
 * The host with everything that it imports, a few files instead of the 240 MB of node_modules that are read module by module: it
 * starts in 0.26 s of processor time instead of 0.9 s (Node 24.21). Not minified: its names are all that a log may keep of an error,
 * and packed it is hardly larger.
 */
export async function bundleHost({ shell, version, outDir }: HostBundle): Promise<void> {
  const input = Object.fromEntries(Object.entries(inputs[shell]).map(([name, file]) => [name, join(root, file)]));
  const builder = await createBuilder({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: version === undefined ? [] : [sayVersion(version)],
    environments: {
      host: {
        consumer: 'server',
        resolve: { noExternal: true, external: outside, builtins },
        build: {
          outDir,
          emptyOutDir: true,
          target: 'node24',
          minify: false,
          rolldownOptions: {
            input,
            external: [...outside, ...builtins],
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
          },
        },
      },
    },
  });
  const { host } = builder.environments;
  if (host === undefined) throw new Error('Vite knows no environment for the host.');
  await builder.build(host);
}

/** package.json goes into the bundle, and an update would never be healthy in a Foyer that takes itself for the one before. */
function sayVersion(version: string): Plugin {
  const place = join(root, 'package.json');
  return {
    name: 'say-version',
    enforce: 'pre',
    load(id) {
      if (id.split('?')[0] !== place) return null;
      return JSON.stringify({ ...(JSON.parse(readFileSync(place, 'utf8')) as object), version });
    },
  };
}
