import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import type { KeyObject } from 'node:crypto';
import { runProgram } from '../run-program.ts';
import { root } from '../root.ts';
import { sha256, signSums, writeSums } from '../sums.ts';

export interface UsbCall {
  /** Folder; its files of ours are written over. */
  readonly folder: string;
  readonly packages: readonly string[];
  readonly key: KeyObject | null;
}

/** @returns what a person should know of it, one sentence each */
export async function writeUsb({ folder, packages, key }: UsbCall): Promise<string[]> {
  const said: string[] = [];
  mkdirSync(folder, { recursive: true });
  for (const file of packages) copyFileSync(file, join(folder, basename(file)));
  for (const name of ['install.sh', 'install.ps1', 'README.txt'])
    copyFileSync(join(import.meta.dirname, name), join(folder, name));
  for (const name of ['kiosk.example.json', 'kiosk.schema.json']) {
    copyFileSync(join(root, 'build', 'package', name), join(folder, name));
  }
  cpSync(join(root, 'build', 'sample-event'), join(folder, 'sample-event'), { recursive: true });
  const deb = packages.find((file) => /foyer-kiosk_.*\.deb$/u.test(file));
  said.push(
    deb === undefined
      ? 'It has no Debian package: add --target chromium-deb.'
      : await fetchDependencies(deb, join(folder, 'debs')),
  );
  await writeIndex(folder);
  await writeSums(folder);
  if (key === null) said.push('It is not signed: --key FILE signs it.');
  else signSums({ folder, key });
  return said;
}

/** Makes the stick a source of packages that apt reads. @see https://wiki.debian.org/DebianRepository/Format#A.22Packages.22_Indices */
async function writeIndex(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.deb'));
  const entries: string[] = [];
  for (const file of files.sort()) {
    const place = join(folder, file);
    const control = await runProgram({ program: 'dpkg-deb', args: ['--field', place] });
    entries.push(
      `${control.trim()}\nFilename: ./${file}\nSize: ${statSync(place).size}\nSHA256: ${await sha256(place)}\n\n`,
    );
  }
  if (entries.length > 0) writeFileSync(join(folder, 'Packages'), entries.join(''));
}

/**
 * What a bare Debian lacks: apt answers as for a machine on which nothing is installed, so the stick does not depend on what this one
 * happens to have.
 */
async function fetchDependencies(deb: string, folder: string): Promise<string> {
  if (!existsSync('/usr/bin/apt-get'))
    return 'The packages of Debian that it needs are missing: apt is not here. Make the stick on Debian 12.';
  mkdirSync(join(folder, 'partial'), { recursive: true });
  const state = mkdtempSync(join(tmpdir(), 'foyer-apt-'));
  try {
    const status = join(state, 'status');
    // The base system of an installation from Debian's own medium: essential, required and important packages.
    spawnSync('sh', [
      '-c',
      `dpkg-query --show --showformat='\${Package} \${Priority} \${Essential}\\n' | awk '$2=="required"||$2=="important"||$3=="yes"{print $1}' > "$1"`,
      'sh',
      join(state, 'base'),
    ]);
    await runProgram({ program: 'sh', args: ['-c', keepBase, 'sh', join(state, 'base'), status] });
    const options = [
      '-o',
      `Dir::State::status=${status}`,
      '-o',
      `Dir::Cache::archives=${folder}`,
      '-o',
      'Debug::NoLocking=true',
    ];
    await runProgram({
      program: 'apt-get',
      args: [...options, 'install', '--yes', '--download-only', '--no-install-recommends', deb],
      environment: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    rmSync(join(folder, 'partial'), { recursive: true, force: true });
    rmSync(join(folder, 'lock'), { force: true });
    return `It has ${readdirSync(folder).length} packages of Debian, all that a bare installation lacks.`;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').filter(Boolean).at(-1) : String(error);
    return `The packages of Debian that it needs could not be fetched (${reason ?? ''}). Run apt-get update and try again.`;
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

/** Of dpkg's status file the paragraphs of the packages in $1. */
const keepBase = `awk -v RS= -v ORS='\\n\\n' 'BEGIN { while ((getline name < ARGV[1]) > 0) base[name] = 1; ARGV[1] = "" }
  { split($0, line, "\\n"); sub(/^Package: /, "", line[1]); if (line[1] in base) print }' "$1" /var/lib/dpkg/status > "$2"`;
