import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

/** A host that hangs as it ends is a failure of its own, but must not hold up the rest. */
const endLimitMilliseconds = 10_000;

export interface HostProcess {
  readonly process: ChildProcess;
  /** What it has written so far, both streams. */
  readonly output: () => string;
}

export function watchOutput(child: ChildProcess): HostProcess {
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return { process: child, output: () => output };
}

/** Rejects with what the host wrote when it ends without having said it. */
export async function waitForOutput({ process: child, output }: HostProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      child.stdout?.off('data', look);
      child.off('close', fail);
    };
    const look = () => {
      const found = pattern.exec(output());
      if (found === null) return;
      stop();
      resolve(found[1] ?? found[0]);
    };
    const fail = () => {
      stop();
      reject(new Error(`The host ended before it said ${String(pattern)}:\n${output()}`));
    };
    child.stdout?.on('data', look);
    child.on('close', fail);
    look();
  });
}

/** As a service manager does it: a request first, then force. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), endLimitMilliseconds);
  await exit;
  clearTimeout(force);
}

/**
 * Ours without what would change the kiosk under test: a developer's own options, and for the Chromium shell a display, without
 * which it serves and opens no window of its own.
 */
export function kioskEnvironment({ hasDisplay }: { hasDisplay: boolean }): Record<string, string> {
  const displays = ['DISPLAY', 'WAYLAND_DISPLAY'];
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !entry[0].startsWith('FOYER_') && (hasDisplay || !displays.includes(entry[0])),
    ),
  );
}
