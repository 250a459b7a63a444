import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import process from 'node:process';
import type { HubProcess } from './hub-process.ts';

/** The hub as a child of a Node. @param log where its log goes: where this process's own does, or nowhere */
export function spawnHub(script: string, flags: readonly string[], log: 'inherit' | 'ignore' = 'inherit'): HubProcess {
  const child = spawn(process.execPath, [script, ...flags], { stdio: ['ignore', 'pipe', log] });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(
    ([code, signal]: unknown[]) => (typeof code === 'number' ? code : String(signal)),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return {
    onLine: (listener) => void lines.on('line', listener),
    ended,
    stop: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
  };
}
