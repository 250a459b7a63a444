import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';

type Stdio = readonly ['ignore', 'pipe' | 'inherit' | 'ignore', 'pipe' | 'inherit' | 'ignore'];

/** A Node process beside the app. It has Node's own IPC where Electron's has message ports. */
class UtilityProcess extends EventEmitter {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  readonly #child: ReturnType<typeof fork>;

  constructor(script: string, flags: string[], { stdio = ['ignore', 'inherit', 'inherit'] }: { stdio?: Stdio }) {
    super();
    this.#child = fork(script, flags, { execArgv: [], stdio: [...stdio, 'ipc'] });
    this.stdout = this.#child.stdout;
    this.stderr = this.#child.stderr;
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (script: string, flags: string[] = [], options: { stdio?: Stdio } = {}) =>
    new UtilityProcess(script, flags, options),
};
