import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncDirectory } from '../files/sync-directory.ts';
import type { Installation } from './installation.ts';
import type { KeptPackage } from './kept-packages.ts';

export interface InstallCall {
  readonly installation: Pick<Installation, 'form' | 'appImage'>;
  readonly next: KeptPackage;
  /** The way back; the system's own updater keeps it. */
  readonly previous: KeptPackage | null;
  readonly spool: string;
}

/** What has to happen to this process for a package to take its place. */
export type AfterInstall = 'restart' | 'quit' | 'wait';

/** Puts a package in the place of the running one, or hands it to whoever may. @throws what the disk says */
export async function installPackage({ installation, next, previous, spool }: InstallCall): Promise<AfterInstall> {
  const { form, appImage } = installation;
  switch (form.kind) {
    case 'appimage':
      if (appImage === null) throw new Error('it runs from no AppImage');
      swapFile(next.file, appImage);
      return 'restart';
    case 'nsis':
      await startInstaller(next.file);
      return 'quit';
    case 'deb':
      handOver({ next, previous, spool });
      return 'wait';
  }
}

/** At each moment a whole AppImage lies there: electron-updater's own way takes the old one away first. */
export function swapFile(from: string, to: string): void {
  const part = join(dirname(to), `.${basename(to)}.part`);
  copyFileSync(from, part);
  chmodSync(part, 0o755);
  const file = openSync(part, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(part, to);
  syncDirectory(dirname(to));
}

/** As electron-updater calls the installers of electron-builder; it starts the kiosk again when it is done. */
function startInstaller(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const installer = spawn(file, ['--updated', '/S', '--force-run'], { detached: true, stdio: 'ignore' });
    installer.once('error', reject);
    installer.once('spawn', () => {
      installer.unref();
      resolve();
    });
  });
}

/** The request comes last: whoever watches the folder finds everything there. */
function handOver({ next, previous, spool }: Omit<InstallCall, 'installation'>): void {
  rmSync(spool, { recursive: true, force: true });
  for (const [name, kept] of [
    ['next', next],
    ['previous', previous],
  ] as const) {
    if (kept === null) continue;
    mkdirSync(join(spool, name), { recursive: true });
    for (const file of [kept.file, kept.description, `${kept.description}.sig`]) {
      copyFileSync(file, join(spool, name, basename(file)));
    }
  }
  writeFileSync(join(spool, 'request'), `${next.version}\n`);
}
