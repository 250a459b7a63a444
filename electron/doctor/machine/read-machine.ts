import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { release, type } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseInputDevices, type InputDevice } from './input-devices.ts';
import { findMount, type Mount } from './mounts.ts';
import type { RunProgram } from './run-program.ts';

/** What Linux tells of the machine in its files; another system tells none of it. */
export interface Machine {
  readonly system: string;
  /** Null where the system does not tell. */
  readonly inputs: readonly InputDevice[] | null;
  readonly mount: Mount | null;
  /** Screens that the graphics card has found; null where the system does not tell. */
  readonly connectedScreens: number | null;
  /** Names in /dev. */
  readonly serial: readonly string[];
}

/** @param root `/`, or a copy of its files for a test */
export function readMachine(folder: string, root = '/'): Machine {
  const inputs = readText(join(root, 'proc/bus/input/devices'));
  const isLinux = inputs !== null || process.platform === 'linux';
  const mounts = readText(join(root, 'proc/self/mountinfo'));
  return {
    system: describeSystem(root),
    inputs: isLinux ? parseInputDevices(inputs ?? '') : null,
    mount: mounts === null ? null : findMount(mounts, realpathSync(folder)),
    connectedScreens: countScreens(join(root, 'sys/class/drm')),
    serial: listFolder(join(root, 'dev')).filter((name) => /^tty(ACM|USB)\d+$/.test(name)),
  };
}

function describeSystem(root: string): string {
  const name = /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(readText(join(root, 'etc/os-release')) ?? '')?.[1];
  return `${name ?? type()} ${release()}`;
}

function countScreens(folder: string): number | null {
  if (!existsSync(folder)) return null;
  const connectors = listFolder(folder).map((name) => readText(join(folder, name, 'status')));
  const told = connectors.filter((status) => status !== null);
  return told.length === 0 ? null : told.filter((status) => status.trim() === 'connected').length;
}

/** Whether the system says that its clock follows the network's (systemd's timedatectl(1)); null where it does not say. */
export async function isClockSynchronised(run: RunProgram): Promise<boolean | null> {
  const told = /^NTPSynchronized=(yes|no)$/m.exec((await run('timedatectl', 'show')) ?? '')?.[1];
  return told === undefined ? null : told === 'yes';
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
