import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runQuietly, say, secondsSince } from './run.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/** Of npm's own code; it helps nobody here. */
const stackLine = /^npm error\s+at /;

/**
 * Installs the dependencies when they are missing or are not those of the lock file.
 * @param {string} root
 */
export async function ensureDependencies(root) {
  if (areInstalled(root)) return;
  const started = Date.now();
  say('Installing dependencies (about 600 MB, once) …');
  const { program, args } = npm();
  const { succeeded, output } = await runQuietly({
    program,
    // Every group is named: a machine's own settings (NODE_ENV=production, omit) must not leave out what builds the kiosk.
    args: [...args, 'ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'],
    folder: root,
    stillAt: 'still installing',
  });
  if (!succeeded || !areInstalled(root)) {
    throw new SetUpFailure('The dependencies could not be installed. npm said:', [
      ...output
        .split('\n')
        .filter((line) => !stackLine.test(line))
        .map((line) => `| ${line}`),
      ...adviceFor(output),
    ]);
  }
  say(`Installed dependencies in ${secondsSince(started)} s.`);
}

/**
 * npm writes `node_modules/.package-lock.json` last, and only after success, so it is the stamp: it must name what the lock file
 * names. What was installed for another platform (a copied or shared folder) does not count.
 * @param {string} root
 */
export function areInstalled(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || installed === null) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const found = installed[place];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity && fitsPlatform(found);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

function fitsPlatform({ os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}

/** The npm that runs us, under the Node that runs it: ours may be the one in node_modules, which npm is about to replace. */
export function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('.js') && path.basename(script).startsWith('npm'))
    return { program: node ?? process.execPath, args: [script] };
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

function adviceFor(output) {
  if (/ENOSPC/.test(output)) return ['The disk is full: free about 1 GB and run the command again.'];
  if (/EACCES|EPERM|EBUSY/.test(output))
    return [
      'A file could not be replaced. End other programs that use this folder, make sure that it is yours, delete node_modules,',
      'and run the command again.',
    ];
  if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|network|SELF_SIGNED|CERT_/.test(output))
    return [
      'npm does not reach its registry. Check the network; behind a proxy run',
      '  npm config set proxy http://HOST:PORT && npm config set https-proxy http://HOST:PORT',
      'and then this command again.',
    ];
  return ['Run the command again; if it fails again, "npm ci" shows more.'];
}
