import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { Bridge } from '../../../electron/bridge/bridge.ts';
import {
  endProcess,
  kioskEnvironment,
  waitForOutput,
  watchOutput,
  type HostProcess,
} from '../../end-to-end/host-process.ts';
import { root } from '../../end-to-end/shells.ts';
import { samplePack } from '../../end-to-end/sample-event.ts';
import { connectBridge } from './connect-bridge.ts';
import { killProcess, waitForRefusal, type Refusal } from './end-process.ts';

export interface KioskOptions {
  /** What it keeps, from start to start. */
  readonly folder: string;
  /** `--hub none` unless they are given. */
  readonly flags?: readonly string[];
  /** Event pack; null: the kiosk learns it from its hub. */
  readonly event?: string | null;
  /** Modules that Node loads first: what bends the clock, for one. */
  readonly imports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** No file may grow beyond so many blocks of 1024 bytes, which is how a full disk looks to one program. */
  readonly limitBlocks?: number;
}

/** A kiosk's host in a process of its own, asked as its page asks it. */
export interface KioskProcess {
  readonly host: HostProcess;
  /** Rejects when the host is gone before it has answered. */
  readonly bridge: Bridge;
  /** With a ticket, for a browser. */
  readonly address: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** As a service manager stops it. */
  stop(): Promise<void>;
}

const main = join(root, 'electron', 'shells', 'chromium', 'main.ts');
const readyLine = /Foyer is ready: (\S+)/u;

/** Rejects with what the host said when it ends before it is ready. */
export async function startKiosk(options: KioskOptions): Promise<KioskProcess> {
  const host = spawnHost(options);
  const address = await waitForOutput(host, readyLine);
  const connection = await connectBridge(address);
  return {
    host,
    bridge: connection.bridge,
    address,
    async kill() {
      await killProcess(host.process);
      await connection.close();
    },
    async stop() {
      await endProcess(host.process);
      await connection.close();
    },
  };
}

/** For a host that is meant to refuse. */
export async function startRefused(options: KioskOptions): Promise<Refusal> {
  return waitForRefusal(spawnHost(options), readyLine);
}

function spawnHost({
  folder,
  flags = ['--hub', 'none'],
  event = samplePack,
  imports = [],
  environment,
  limitBlocks,
}: KioskOptions) {
  const node = [...imports.flatMap((file) => ['--import', file]), main];
  // What a journal does on a disk of 16 MB is asked, not whether a kiosk would let visitors begin on one.
  const room = ['--disk-megabytes', '0'];
  const args = [...node, '--data', folder, ...room, ...(event === null ? [] : ['--event', event]), ...flags];
  // bash counts in 1024 bytes, whatever the shell of the system does.
  const shell = ['-c', `ulimit -f ${limitBlocks ?? 0}; exec "$0" "$@"`, process.execPath, ...args];
  const [program, given] = limitBlocks === undefined ? [process.execPath, args] : ['/bin/bash', shell];
  const env = { ...kioskEnvironment({ hasDisplay: false }), ...environment };
  return watchOutput(spawn(program, given, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }));
}
