import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { UpdateInfo } from 'builder-util-runtime';
import electronUpdater, { type AppUpdater, type ResolvedUpdateFileInfo } from 'electron-updater';
import type { Logger } from 'pino';
import type { Release } from '../../domain/protocol/updates.ts';
import { DifferentialDebUpdater } from './deb-updater.ts';
import type { PackageForm } from './package-form.ts';
import { sourceAddress, SourceExecutor, type ExecutorParts } from './source-executor.ts';

const { AppImageUpdater, NsisUpdater, Provider } = electronUpdater;

export interface UpdaterParts extends ExecutorParts {
  readonly form: PackageForm;
  /** The version that runs. */
  readonly running: string;
  /** Where packages lie while they are fetched; `pending/` below it is electron-updater's. */
  readonly folder: string;
  /** Its signature holds and it is wanted. */
  readonly release: Release;
  readonly logger: Logger;
}

/** electron-updater for one release, with everything around it ours: who is running, where files come from, which release there is. */
export function createUpdater(parts: UpdaterParts): AppUpdater {
  const { form, running, folder, release, logger } = parts;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const configuration = join(folder, 'app-update.yml');
  writeFileSync(configuration, 'provider: custom\nupdaterCacheDirName: .\n');
  const app = {
    version: running,
    name: 'foyer',
    isPackaged: true,
    appUpdateConfigPath: configuration,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: nothing,
    quit: nothing,
    onQuit: nothing,
  };
  const updater = open(form.kind, app);
  // Typed for Electron's network; only what the base class says is used of it.
  Object.assign(updater, { httpExecutor: new SourceExecutor(parts) });
  updater.logger = {
    info: (text: unknown) => {
      logger.debug({ updater: String(text) }, 'electron-updater');
    },
    warn: (text: unknown) => {
      logger.warn({ updater: firstLine(text) }, 'electron-updater');
    },
    error: (text: unknown) => {
      logger.warn({ updater: firstLine(text) }, 'electron-updater');
    },
  };
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  // Ours decided whether it may be older.
  updater.allowDowngrade = true;
  updater.disableWebInstaller = true;
  updater.forceDevUpdateConfig = true;
  class OneRelease extends Provider<UpdateInfo> {
    override get isUseMultipleRangeRequest(): boolean {
      return false;
    }
    getLatestVersion(): Promise<UpdateInfo> {
      return Promise.resolve(toUpdateInfo(release));
    }
    resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
      return info.files.map((file) => ({ url: new URL(`${info.version}/${file.url}`, sourceAddress), info: file }));
    }
    override getBlockMapFiles(url: URL): URL[] {
      const name = basename(url.pathname);
      const earlier = name.replaceAll(release.version, running);
      return [`${running}/${earlier}`, `${release.version}/${name}`].map(
        (path) => new URL(`${path}.blockmap`, sourceAddress),
      );
    }
  }
  updater.setFeedURL({ provider: 'custom', updateProvider: OneRelease as never });
  return updater;
}

function nothing(): void {
  // The host ends and starts by itself.
}

function open(kind: PackageForm['kind'], app: object): AppUpdater {
  switch (kind) {
    case 'nsis':
      return new NsisUpdater(null, app as never);
    case 'appimage':
      return new AppImageUpdater(null, app);
    case 'deb':
      return new DifferentialDebUpdater(null, app as never);
  }
}

/** Some of its own code still reads the two that it calls deprecated. */
function toUpdateInfo({ version, files, releaseDate }: Release): UpdateInfo {
  const [first] = files;
  const once = { path: first?.url, sha512: first?.sha512 };
  return { ...once, version, files, releaseDate: String(releaseDate) } as UpdateInfo;
}

/** Stacks name folders of this machine. */
function firstLine(text: unknown): string {
  return String(text).split('\n')[0] ?? '';
}
