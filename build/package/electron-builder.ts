import type { Configuration } from 'electron-builder';
import { join } from 'node:path';
import { root } from './root.ts';

/** What the binary itself refuses, whatever is on its command line or in its environment. */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

export interface ElectronPackaging {
  readonly out: string;
  /** Folder with Electron's program, unpacked; null lets electron-builder fetch the one that package.json names. */
  readonly electronDist: string | null;
  readonly electronVersion: string;
  /** Where installed kiosks look for updates unless their hub has some. */
  readonly updates: string;
}

/**
 * For electron-builder 26. No MSI: electron-updater updates what NSIS installed and nothing else, so machines set up by an MSI would
 * stay as they are, and Windows' own list would name a version that is not there.
 */
export function configureElectronBuilder(packaging: ElectronPackaging): Configuration {
  const { out, electronDist, electronVersion, updates } = packaging;
  const lockDown = join(root, 'build', 'lock-down');
  return {
    appId: 'kiosk.foyer',
    productName: 'Foyer',
    electronVersion,
    ...(electronDist === null ? {} : { electronDist }),
    // Its own usual place is build/, which it would leave out of the application; there the sample event lies.
    directories: { output: out, buildResources: 'installer' },
    // By name, because electron-builder looks for modules where npm installed some, and these were staged.
    files: ['**/*', { from: 'node_modules', to: 'node_modules', filter: ['**/*'] }],
    asar: true,
    // Machine code is loaded by the operating system, which cannot look into the archive.
    asarUnpack: ['**/*.node'],
    // What a kiosk has is staged already; nothing is compiled or collected.
    npmRebuild: false,
    electronFuses: fuses,
    electronLanguages: ['en-US', 'zh-CN', 'zh-TW'],
    publish: [{ provider: 'generic', url: updates }],
    artifactName: 'Foyer-${version}-${os}-${arch}.${ext}',
    win: {
      target: [{ target: 'nsis', arch: ['x64'] }],
      extraResources: [{ from: join(lockDown, 'windows'), to: 'lock-down' }],
    },
    nsis: {
      oneClick: true,
      perMachine: true,
      // Started by the shell of the kiosk's user, not by the installer's.
      runAfterFinish: false,
      createDesktopShortcut: false,
      deleteAppDataOnUninstall: false,
      differentialPackage: true,
    },
    linux: {
      target: ['deb', 'AppImage', 'tar.gz'].map((target) => ({ target, arch: ['x64'] })),
      category: 'Office',
      executableName: 'foyer-electron',
      maintainer: 'Foyer <packages@foyer.example.com>',
      synopsis: 'Kiosk of a career day',
      extraResources: [{ from: join(lockDown, 'linux'), to: 'lock-down' }],
    },
    deb: { packageName: 'foyer-electron' },
  };
}
