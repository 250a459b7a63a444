import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../domain/result.ts';
import { electronTargets } from './pack-electron.ts';

export const targets = ['chromium-deb', ...electronTargets] as const;
export type Target = (typeof targets)[number];

export interface PackageOptions {
  readonly targets: readonly Target[];
  readonly out: string;
  readonly version: string | null;
  readonly key: string | null;
  readonly makeKey: string | null;
  readonly usb: string | null;
  readonly electron: string | null;
  readonly updates: string;
  readonly mayDownload: boolean;
  readonly isQuick: boolean;
  readonly help: boolean;
}

export const help = `npm run package [-- options]

Makes the installers, and says of each what was made or why it was not.

  chromium-deb  Debian 12: the kiosk in the system's Chromium, with its own Node, user, session and policies
  nsis          Windows: one installer for the machine; /S installs without a question
  deb           Debian and Ubuntu: the kiosk in Electron
  AppImage      Linux: the same in one file
  tar.gz        Linux: the same as a folder

  --target NAME    one of those; may be given again; otherwise all
  --out DIR        where they go; out/packages unless told
  --download       lets electron-builder fetch what it lacks: Electron's program, NSIS, the AppImage runtime. Without it the four that
                   need them are left to the workflow "package" of the repository
  --electron DIR   Electron's program, unpacked, for those that are for this machine's platform
  --key FILE       release key: signs SHA256SUMS and latest*.yml, by which installed kiosks update, and its public half goes into what
                   is packed; FOYER_RELEASE_PASSPHRASE opens it
  --make-key FILE  makes a release key and ends. Keep it off the kiosks
  --usb DIR        also puts all that a machine without internet needs into DIR; copy it to a stick
  --updates URL    where packages look for new versions when their hub has none
  --version X.Y.Z  instead of the one in package.json
  --quick          packs the Debian package fast and larger
  --help           this text

Exit codes: 0 all that was asked for can be had here and was made, or was left out with its reason; 1 something failed; 2 wrong options.`;

/** The reason is a sentence. */
export function readOptions(argv: readonly string[]): Result<PackageOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        target: { type: 'string', multiple: true },
        out: { type: 'string', default: 'out/packages' },
        download: { type: 'boolean', default: false },
        electron: { type: 'string' },
        key: { type: 'string' },
        'make-key': { type: 'string' },
        usb: { type: 'string' },
        updates: { type: 'string', default: 'https://foyer.invalid/updates' },
        version: { type: 'string' },
        quick: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const unknown = values.target?.find((name) => !targets.some((target) => target === name));
    if (unknown !== undefined) return err(`There is no target "${unknown}". Write one of ${targets.join(', ')}.`);
    if (values.version !== undefined && !/^\d+\.\d+\.\d+$/u.test(values.version)) {
      return err(`--version: write three numbers, such as 1.2.3, not "${values.version}".`);
    }
    return ok({
      targets: targets.filter((target) => values.target?.includes(target) ?? true),
      ...{ out: values.out, updates: values.updates, help: values.help },
      ...{ mayDownload: values.download, isQuick: values.quick },
      ...{ version: values.version ?? null, key: values.key ?? null, makeKey: values['make-key'] ?? null },
      ...{ usb: values.usb ?? null, electron: values.electron ?? null },
    });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
