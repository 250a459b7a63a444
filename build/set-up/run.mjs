import { spawn } from 'node:child_process';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';

/** Lines of a failed command that are worth showing. */
const keptLines = 25;

/**
 * Runs a command quietly, with a word every ten seconds so that nobody thinks it hangs.
 * @param {object} command
 * @param {string} command.program
 * @param {string[]} command.args
 * @param {string} command.folder where it runs
 * @param {NodeJS.ProcessEnv} [command.environment] instead of ours
 * @param {string} [command.stillAt] what is said while it takes its time
 * @param {number} [command.limitSeconds] after which it is ended and counts as failed
 * @param {number} [command.keeps] last lines; 25 unless told
 * @returns {Promise<{ succeeded: boolean, output: string }>} the last lines of both streams; it never rejects
 */
export function runQuietly({
  program,
  args,
  folder,
  environment = process.env,
  stillAt,
  limitSeconds = 1800,
  keeps = keptLines,
}) {
  const started = Date.now();
  const lines = [''];
  const child = spawn(program, args, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: needsShell(program),
  });
  const keep = (chunk) => {
    const [first, ...rest] = String(chunk).split(/\r?\n|\r/);
    lines.push((lines.pop() ?? '') + first, ...rest);
    lines.splice(0, lines.length - keeps);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const word = stillAt ? setInterval(() => say(`  ${stillAt}, ${secondsSince(started)} s`), 10_000) : undefined;
  const limit = setTimeout(() => {
    keep(`\nEnded after ${limitSeconds} s.`);
    child.kill('SIGKILL');
    // A grandchild may hold them open.
    child.stdout.destroy();
    child.stderr.destroy();
  }, limitSeconds * 1000);
  return new Promise((resolve) => {
    const finish = (succeeded) => {
      clearInterval(word);
      clearTimeout(limit);
      resolve({ succeeded, output: lines.filter((line) => line.trim() !== '').join('\n') });
    };
    child.on('error', (error) => {
      keep(`\n${error.message}`);
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/**
 * Runs a command that owns the terminal until it ends.
 * @param {{ program: string, args: string[], folder: string, environment: NodeJS.ProcessEnv }} command
 * @returns {Promise<number>} its exit code
 */
export function runInForeground({ program, args, folder, environment }) {
  const child = spawn(program, args, { cwd: folder, env: environment, stdio: 'inherit', shell: needsShell(program) });
  const passOn = (signal) => child.kill(signal);
  // A terminal sends Ctrl-C to both of us.
  const interrupt = (signal) => process.stdin.isTTY || passOn(signal);
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', passOn);
  process.on('SIGHUP', passOn);
  const orphaned = process.env.npm_lifecycle_event ? whenOrphaned(() => child.kill('SIGTERM')) : undefined;
  return new Promise((resolve) => {
    const finish = (code) => {
      clearInterval(orphaned);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', passOn);
      process.off('SIGHUP', passOn);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(error.message);
      finish(1);
    });
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}

/** npm gives a signal to the shell that it runs us in, and that shell dies of it without telling us. */
function whenOrphaned(then) {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    then();
  }, 500);
  return look;
}

/** Node starts `.cmd` files on Windows only through a shell (CVE-2024-27980). */
function needsShell(program) {
  return process.platform === 'win32' && !program.endsWith('.exe');
}

/** @param {string} line */
export function say(line) {
  console.log(line);
}

/** @param {number} started as Date.now() gave it */
export function secondsSince(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}
