import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Its output. Rejects with what it complained of when it fails. */
export async function runProgram(program: string, args: readonly string[], display?: string): Promise<string> {
  const environment = display === undefined ? process.env : { ...process.env, DISPLAY: display };
  const { stdout } = await run(program, args, { env: environment, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
