import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findAccount, type Account } from './find-account.ts';

const run = promisify(execFile);

/** From the start of the server to its first answer. It takes 0.1 s, and on a loaded machine a second. */
const startLimitMilliseconds = 20_000;

/** What makes a commit durable stays as at an event. Several hubs with their pools fit in, and other tests' beside them. */
const settings = [
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'max_connections=300',
  'shared_buffers=64MB',
  'log_line_prefix=%m [%p] ',
];

/**
 * The server's own parent: it ends the server and removes its folder when its standard input ends, which it does however the test
 * ends, kill -9 included. SIGINT is PostgreSQL's fast shutdown; SIGKILL comes when that hangs.
 */
const guardian = `
folder=$1; shift
exec 3<&0
"$@" < /dev/null & server=$!
cat <&3 > /dev/null
kill -INT $server 2> /dev/null
(sleep 10; kill -9 $server 2> /dev/null) & force=$!
wait $server
kill $force 2> /dev/null
rm -rf "$folder"
`;

export interface Postgres {
  /** Of a user who may make databases; its own database is empty. */
  readonly url: string;
  /** What the server has written so far. */
  readonly log: () => string;
  /** Resolves when the server has ended and its folder is gone. */
  readonly stop: () => Promise<void>;
}

/**
 * A PostgreSQL of its own, in a temporary folder, on a free port of 127.0.0.1. The random name of its only user is what keeps others out.
 * @param programs folder of `initdb` and `postgres`, from `findPostgres`
 */
export async function startPostgres(programs: string): Promise<Postgres> {
  const account = findAccount();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-postgres-'));
  try {
    if (account !== null) chownSync(folder, account.uid, account.gid);
    const user = `foyer_${randomBytes(12).toString('hex')}`;
    await createCluster({ programs, folder, user, account });
    return await startServer({ programs, folder, user, account });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Cluster {
  readonly programs: string;
  readonly folder: string;
  readonly user: string;
  /** Null: ours. */
  readonly account: Account | null;
}

async function createCluster({ programs, folder, user, account }: Cluster): Promise<void> {
  // --no-sync: what initdb writes is made anew each time, what the tests commit is not.
  const args = ['--username', user, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const pgdata = join(folder, 'data');
  await run(join(programs, 'initdb'), [...args, '--pgdata', pgdata], { cwd: folder, ...account });
}

async function startServer({ programs, folder, user, account }: Cluster): Promise<Postgres> {
  const port = await findFreePort();
  const logFile = join(folder, 'postgres.log');
  const log = openSync(logFile, 'a');
  const flags = [...settings, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, `port=${port}`];
  const command = [join(programs, 'postgres'), '-D', join(folder, 'data'), ...flags.flatMap((flag) => ['-c', flag])];
  const guard = spawn('/bin/sh', ['-c', guardian, 'guardian', folder, ...command], {
    cwd: folder,
    stdio: ['pipe', log, log],
    // Ctrl-C in a terminal goes to the whole group, and the server would end before the tests that use it.
    detached: true,
    ...account,
  });
  closeSync(log);
  const ended = once(guard, 'close');
  const readLog = () => readFileSync(logFile, 'utf8');
  const url = `postgres://${user}@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    guard.stdin?.end();
    await ended;
    // Its own account may not write where TMPDIR of root points.
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitForAnswer(url);
  } catch (error) {
    const said = readLog();
    await stop();
    throw new Error(`PostgreSQL did not start:\n${said}`, { cause: error });
  }
  return { url, log: readLog, stop };
}

async function waitForAnswer(url: string): Promise<void> {
  const end = performance.now() + startLimitMilliseconds;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await wait(20);
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
