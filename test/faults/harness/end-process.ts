import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { endProcess, waitForOutput, type HostProcess } from '../../end-to-end/host-process.ts';

/** kill -9; nothing when it is gone already. */
export async function killProcess(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await exit;
}

export interface Refusal {
  /** Null: it started. */
  readonly code: number | null;
  readonly said: string;
}

/** For a program that is meant to refuse to start. @param ready what it would say otherwise */
export async function waitForRefusal(host: HostProcess, ready: RegExp): Promise<Refusal> {
  await Promise.race([once(host.process, 'close'), waitForOutput(host, ready).catch(() => undefined)]);
  const code = host.process.exitCode;
  await endProcess(host.process);
  return { code, said: host.output() };
}
