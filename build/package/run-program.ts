import { spawn } from 'node:child_process';
import process from 'node:process';

export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  /** Instead of ours. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly folder?: string;
}

/** Runs a program to its end. @returns what it wrote to standard output. @throws with what it said when it fails */
export function runProgram({ program, args, environment = process.env, folder }: ProgramCall): Promise<string> {
  const child = spawn(program, args, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ended with ${String(code)}:\n${complaint || output}`));
    });
  });
}
