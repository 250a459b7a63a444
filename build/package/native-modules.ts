import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { root } from './root.ts';

/** What cannot be bundled, because it holds machine code. */
const entrance = '@serialport/bindings-cpp';

const manifestSchema = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()).default({}) });

/** Headers for a compiler, which nobody has at a kiosk. */
const unneeded = new Set(['node-addon-api']);

/** Sources, types, and machine code of other platforms. `prebuilds/` names folders as `process.platform` and `process.arch` do. */
function isNeeded(path: string, platform: string): boolean {
  if (/(?:^|\/)licen[cs]e/iu.test(path)) return true;
  if (/\.(?:ts|map|md|gyp|cpp|h|yml)$/u.test(path) || /(?:^|\/)(?:\..+|bin\.js|build-test\.js)$/u.test(path))
    return false;
  const [, folder] = /(?:^|\/)prebuilds\/([^/]+)/u.exec(path) ?? [];
  if (folder === undefined) return true;
  return folder === platform && !path.includes('.musl.');
}

/**
 * Copies the native modules and what they need into `node_modules` under the folder.
 * @param platform of the machine that the package is for, such as linux-x64
 * @returns as package.json has them
 */
export function copyNativeModules({ into, platform }: { into: string; platform: string }): Record<string, string> {
  for (const folder of listPackages(join(root, 'node_modules', entrance))) {
    cpSync(folder, join(into, relative(root, folder)), {
      recursive: true,
      filter(source) {
        const path = relative(folder, source).replaceAll('\\', '/');
        return path === '' || (isNeeded(path, platform) && !path.startsWith('node_modules'));
      },
    });
  }
  return { [entrance]: readModule(join(root, 'node_modules', entrance)).version };
}

function readModule(folder: string): z.output<typeof manifestSchema> {
  return manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
}

/** A package and all that it depends on, each where npm put it. */
function listPackages(folder: string, known = new Set<string>()): Set<string> {
  if (known.has(folder)) return known;
  known.add(folder);
  const { dependencies } = readModule(folder);
  for (const name of Object.keys(dependencies)) {
    if (unneeded.has(name)) continue;
    const own = join(folder, 'node_modules', name);
    listPackages(existsSync(own) ? own : join(root, 'node_modules', name), known);
  }
  return known;
}
