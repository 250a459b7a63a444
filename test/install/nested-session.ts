import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { runProgram } from '../../build/package/run-program.ts';
import { screen } from './journey.ts';
import { listProcesses } from './processes.ts';
import { readUnit } from './read-unit.ts';

export interface NestedSession {
  /** Of the X server in which the session's screen is a window. */
  readonly display: string;
  /** It ended, and nobody asked it to. */
  hasDied(): boolean;
  /** All that the session has written. */
  readonly log: string;
  /** As `systemctl stop` does it: a request to every process, then force. */
  stop(): Promise<void>;
}

const longestGoodbye = 20_000;

/**
 * Starts what the installed unit starts, as its user, with its environment and without new privileges, on a screen of its own that is
 * a window of an X server in memory. systemd is not there to do it: its hardening beyond that is not in force here.
 * @param log file that gets what the session writes
 */
export async function startSession({ unit, log }: { unit: string; log: string }): Promise<NestedSession> {
  const { command, user, supplementaryGroups, folder, environment, umask, hasNoNewPrivileges } = readUnit(
    readFileSync(unit, 'utf8'),
  );
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number(await runProgram({ program: 'id', args: [flag, user] }))),
  );
  if (uid === undefined || gid === undefined || !(uid > 0)) throw new Error(`There is no user ${user}.`);
  const server = await startDisplay();
  const runtime = join('/run/user', String(uid));
  mkdirSync('/run/user', { recursive: true, mode: 0o755 });
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  chownSync(runtime, uid, gid);
  const rights = ['--reuid', user, '--regid', user, '--groups', supplementaryGroups.join(',')];
  const privileges = ['--inh-caps=-all', '--bounding-set=-all', ...(hasNoNewPrivileges ? ['--no-new-privs'] : [])];
  const session = spawn(
    'setpriv',
    [...rights, ...privileges, '--', 'sh', '-c', `umask ${umask}; exec "$@"`, 'sh', ...command],
    {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...{ PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, USER: user, LOGNAME: user, LANG: 'C.UTF-8' },
        ...environment,
        // What logind and a screen of the kernel's would give.
        ...{ XDG_RUNTIME_DIR: runtime, FOYER_SESSION: 'cage', DISPLAY: server.display },
        ...{ WLR_BACKENDS: 'x11', WLR_RENDERER: 'pixman', LIBGL_ALWAYS_SOFTWARE: '1' },
        // The machine's own time zone may be unknown to a service.
        ...(process.env['TZ'] === undefined ? {} : { TZ: process.env['TZ'] }),
      },
    },
  );
  const file = createWriteStream(log, { flags: 'a' });
  session.stdout.pipe(file, { end: false });
  session.stderr.pipe(file, { end: false });
  return {
    display: server.display,
    log,
    hasDied: () => session.exitCode !== null || session.signalCode !== null,
    async stop() {
      const ended =
        session.exitCode === null && session.signalCode === null ? once(session, 'exit') : Promise.resolve();
      signalAll(uid, 'SIGTERM');
      const force = setTimeout(() => {
        signalAll(uid, 'SIGKILL');
      }, longestGoodbye);
      await ended;
      while (listProcesses(uid).length > 0) await wait(50);
      clearTimeout(force);
      server.process.kill('SIGTERM');
      file.end();
    },
  };
}

function signalAll(uid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  for (const { pid } of listProcesses(uid)) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended.
    }
  }
}

/** The server takes a free number and writes it when it is ready. */
async function startDisplay(): Promise<{ process: ChildProcess; display: string }> {
  const { width, height } = screen;
  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-ac'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [said] = (await once(server.stdio[3] ?? server, 'data')) as [Buffer];
  return { process: server, display: `:${said.toString().trim()}` };
}
