import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { assert } from '../../domain/assert.ts';

export interface PseudoTerminal {
  /** `/dev/pts/7`: what a driver opens in place of a serial line or a USB printer. */
  readonly path: string;
  /** The cable is pulled out. */
  close(): Promise<void>;
}

/**
 * A device file that leads to a simulator's raw port, so that the drivers' cables can be tried without hardware. The terminal is made by `script`,
 * which every Debian has (bsdutils); `stty raw` lets all bytes through as they are.
 */
export async function openPseudoTerminal({ host, port }: { host: string; port: number }): Promise<PseudoTerminal> {
  const command = 'tty; stty raw -echo; echo ready; exec sleep 1000';
  const child = spawn('script', ['--quiet', '--flush', '--command', command, '/dev/null']);
  let words = '';
  for await (const bytes of child.stdout.iterator({ destroyOnReturn: false })) {
    words += String(bytes);
    if (/ready\r?\n/.test(words)) break;
  }
  const path = /\/dev\/pts\/\d+/.exec(words)?.[0];
  assert(path !== undefined, `script says which terminal it opened, not "${words}"`);
  const socket = connect({ host, port, noDelay: true });
  socket.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.stdout.pipe(socket);
  socket.pipe(child.stdin);
  return {
    path,
    async close() {
      socket.destroy();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
