import { existsSync } from 'node:fs';
import process from 'node:process';
import { runQuietly, say, secondsSince } from './run.mjs';

/** Whether this machine has apt, and this user may use it. */
export function canInstallDebian() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs packages of Debian and says so; a failure is said as well, and ends nothing.
 * @param {{ names: string[], reason?: string, limitSeconds?: number }} packages `reason` follows their names: "for the tests of the hub"
 */
export async function installDebian({ names, reason, limitSeconds }) {
  const started = Date.now();
  say(`Installing Debian's ${[names.join(', '), ...(reason ? [reason] : [])].join(' ')} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...names]]) {
    const command = { program: 'apt-get', args, folder: '/', environment, stillAt: 'still installing', limitSeconds };
    const { succeeded, output } = await runQuietly(command);
    if (succeeded) continue;
    say(`  apt-get ${args[0]} failed: ${output.split('\n').at(-1)}`);
    return;
  }
  say(`Installed it in ${secondsSince(started)} s.`);
}
