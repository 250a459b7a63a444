import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { bundleHost, type PackagedShell } from './bundle-host.ts';
import { listLicences } from './list-licences.ts';
import { copyNativeModules } from './native-modules.ts';
import { publicKeyPlace } from './release-key.ts';
import { root } from './root.ts';

export interface Application {
  readonly shell: PackagedShell;
  readonly version: string;
  /** As `process.platform` and `process.arch` name it: linux-x64. */
  readonly platform: string;
  /** PEM; the installed application takes only updates that are signed with its private half. */
  readonly publicKey: string | null;
}

const manifestSchema = z.object({ version: z.string(), description: z.string(), license: z.string() });

/** Of package.json. */
export function readManifest(): z.output<typeof manifestSchema> {
  return manifestSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
}

/**
 * Puts all that runs at a kiosk into one folder, laid out as in a checkout, so that a file is found where it was before. The screens
 * and Electron's preload script are taken as `npm run build` made them.
 */
export async function stageApplication(application: Application, folder: string): Promise<void> {
  const { shell, version, platform, publicKey } = application;
  const dist = join(folder, 'electron', 'dist');
  await bundleHost({ shell, version, outDir: dist });
  if (shell === 'electron') cpSync(join(root, 'electron', 'dist', 'preload.cjs'), join(dist, 'preload.cjs'));
  cpSync(join(root, 'renderer', 'dist'), join(folder, 'renderer', 'dist'), {
    recursive: true,
    filter: (path) => !path.endsWith('.inputs') && !path.endsWith('.map'),
  });
  cpSync(join(root, 'build', 'sample-event'), join(folder, 'build', 'sample-event'), { recursive: true });
  const dependencies = copyNativeModules({ into: folder, platform });
  if (publicKey !== null) {
    const place = join(folder, publicKeyPlace);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, publicKey);
  }
  const { description, license } = readManifest();
  const manifest = {
    ...{ name: 'foyer', productName: 'Foyer', version, description, license, author: 'Foyer' },
    ...{ type: 'module', main: shell === 'electron' ? 'electron/dist/main.js' : 'electron/dist/kiosk.js' },
    dependencies,
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'LICENCES.txt'), listLicences());
}
