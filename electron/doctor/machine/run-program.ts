import { execFile } from 'node:child_process';

/** What a program of the machine says, whatever its exit code, for some seconds at most; null when it is not there, says nothing or takes longer. */
export type RunProgram = (program: string, ...args: readonly string[]) => Promise<string | null>;

const patienceMilliseconds = 60_000;

export const runProgram: RunProgram = (program, ...args) =>
  new Promise((resolve) => {
    const options = { timeout: patienceMilliseconds, killSignal: 'SIGKILL', windowsHide: true } as const;
    execFile(program, [...args], { ...options, encoding: 'utf8' }, (error, output) => {
      const hasRun = error === null || typeof error.code === 'number';
      resolve(hasRun && output.trim() !== '' ? output : null);
    });
  });
