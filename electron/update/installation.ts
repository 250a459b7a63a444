import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShellName } from '../bridge/greet.ts';
import type { PackageForm } from './package-form.ts';

/** What this Foyer was installed from, and whose releases it takes. */
export interface Installation {
  readonly form: PackageForm;
  readonly publicKey: KeyObject;
  /** The AppImage itself. */
  readonly appImage: string | null;
}

export interface InstallationFacts {
  /** Folder of the application. */
  readonly root: string;
  readonly shell: ShellName;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Unit of the package that installs what is asked for (`build/update/linux`). */
  readonly systemPart?: string;
}

/** Where packages carry the key of their releases (`build/package/release-key.ts`). */
const publicKeyPlace = join('build', 'package', 'release-key.pub.pem');
export const usualSpool = '/var/lib/foyer/updates/spool';
/** Without it nobody on the machine would install what is asked for. */
const usualSystemPart = '/usr/lib/systemd/system/foyer-update.path';

/** Null in a checkout, in a plain folder, and in a package without a key: nothing could be believed or put in. */
export function findInstallation(facts: InstallationFacts): Installation | null {
  const { root, shell, platform, environment, systemPart = usualSystemPart } = facts;
  const place = join(root, publicKeyPlace);
  if (!existsSync(place)) return null;
  const publicKey = createPublicKey(readFileSync(place));
  const appImage = environment['APPIMAGE'] ?? null;
  if (shell === 'chromium') {
    const form = { kind: 'deb', channel: 'latest-chromium' } as const;
    return existsSync(systemPart) ? { form, publicKey, appImage: null } : null;
  }
  if (platform === 'win32') return { form: { kind: 'nsis', channel: 'latest' }, publicKey, appImage: null };
  if (appImage !== null) return { form: { kind: 'appimage', channel: 'latest-linux' }, publicKey, appImage };
  return null;
}
