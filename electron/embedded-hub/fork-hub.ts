import { createInterface } from 'node:readline';
import process from 'node:process';
import type { UtilityProcess } from 'electron';
import type { HubProcess } from './hub-process.ts';

interface Forker {
  fork(
    script: string,
    flags: string[],
    options: { stdio: ['ignore', 'pipe', 'inherit']; serviceName: string },
  ): UtilityProcess;
}

/** The bundled hub in Electron's own kind of child process: plain Node, which `ELECTRON_RUN_AS_NODE`'s fuse does not allow. */
export function forkHub(utilityProcess: Forker, script: string, flags: readonly string[]): HubProcess {
  const child = utilityProcess.fork(script, [...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    serviceName: 'Foyer hub',
  });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', resolve);
  });
  return {
    onLine(listener) {
      if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', listener);
    },
    ended,
    stop: () => void child.kill(),
    // Electron's own `kill` only asks.
    kill: () => {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
