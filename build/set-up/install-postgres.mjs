import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { canInstallDebian, installDebian } from './install-debian.mjs';

/** Debian keeps every version's programs in a folder of its own, and only some of them on PATH. */
const debianFolder = '/usr/lib/postgresql';

/** Without it Debian's package starts a database of its own, which the tests do not use and the machine's owner did not ask for. */
const noClusterFile = '/etc/postgresql-common/createcluster.d/foyer-set-up.conf';

/**
 * @returns {string | null} absolute path of the folder that holds `initdb` and `postgres`, the newest on this machine; null when there
 *   is none, and on Windows, where no server runs as an administrator
 */
export function findPostgres() {
  if (process.platform === 'win32') return null;
  const named = process.env.FOYER_POSTGRES;
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute);
  const places = named ? [path.resolve(named)] : [...debianPlaces(), ...onPath];
  return (
    places.find((place) => ['initdb', 'postgres'].every((program) => isProgram(path.join(place, program)))) ?? null
  );
}

/**
 * The tests run without one and name what they skipped, so nothing is downloaded but Debian's own package, and no failure ends them.
 * @returns {Promise<string | null>} as `findPostgres`; installed now if there was none and this machine lets us
 */
export async function ensurePostgres() {
  const found = findPostgres();
  if (found !== null) return found;
  await installDebianPackage();
  return findPostgres();
}

function debianPlaces() {
  if (!existsSync(debianFolder)) return [];
  const versions = readdirSync(debianFolder).sort((one, other) => Number(other) - Number(one));
  return versions.map((version) => path.join(debianFolder, version, 'bin'));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installDebianPackage() {
  if (!canInstallDebian()) return;
  mkdirSync(path.dirname(noClusterFile), { recursive: true });
  writeFileSync(noClusterFile, 'create_main_cluster = false\n');
  try {
    await installDebian({ names: ['postgresql'], reason: 'for the tests of the hub', limitSeconds: 300 });
  } finally {
    rmSync(noClusterFile, { force: true });
  }
}
