import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, Platform } from 'electron-builder';
import { z } from 'zod';
import { configureElectronBuilder } from './electron-builder.ts';
import { root } from './root.ts';
import { stageApplication } from './stage-application.ts';

export const electronTargets = ['nsis', 'deb', 'AppImage', 'tar.gz'] as const;
export type ElectronTarget = (typeof electronTargets)[number];

export function platformOf(target: ElectronTarget): 'win32' | 'linux' {
  return target === 'nsis' ? 'win32' : 'linux';
}

export interface ElectronCall {
  readonly platform: 'win32' | 'linux';
  /** Of electron-builder; `dir` is the unpacked application alone. */
  readonly targets: readonly (ElectronTarget | 'dir')[];
  readonly version: string;
  readonly publicKey: string | null;
  readonly out: string;
  readonly electronDist: string | null;
  readonly updates: string;
}

/** As package.json pins it. */
export function readElectronVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return z.object({ devDependencies: z.object({ electron: z.string() }) }).parse(manifest).devDependencies.electron;
}

/** @returns the files that were made. @throws when electron-builder fails, or lacks something that it could not fetch */
export async function packElectron(call: ElectronCall): Promise<string[]> {
  const { platform, targets, version, publicKey, out, electronDist, updates } = call;
  const folder = mkdtempSync(join(tmpdir(), 'foyer-electron-'));
  try {
    const app = join(folder, 'app');
    mkdirSync(app);
    await stageApplication({ shell: 'electron', version, platform: `${platform}-x64`, publicKey }, app);
    const which = platform === 'win32' ? Platform.WINDOWS : Platform.LINUX;
    return await build({
      // Not the checkout: electron-builder would pack all that package.json there depends on.
      projectDir: app,
      targets: which.createTarget([...targets]),
      publish: 'never',
      config: configureElectronBuilder({
        ...{ out: resolve(out), electronDist, updates },
        electronVersion: readElectronVersion(),
      }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
