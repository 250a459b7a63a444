import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findServiceManager, type ServiceManager } from './service-manager.ts';

const logger = pino({ enabled: false });
const hasTools = ['systemd-notify', 'perl'].every((tool) => spawnSync(tool, ['--version']).status === 0);

it('is none where nobody waits', () => {
  expect(findServiceManager({ environment: {}, isWell: () => true, logger })).toBeNull();
});

/** What systemd does with its end: reads datagrams. Perl is on every Debian; Node has no such sockets. */
const receiver = `
use IO::Socket::UNIX; use Socket; $| = 1;
my $socket = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => $ARGV[0]) or die $!;
print "listening\\n";
while (defined $socket->recv(my $words, 4096)) { $words =~ s/\\n/|/g; print "$words\\n"; }
`;

describe.runIf(hasTools)('with a real socket and systemd’s own program', () => {
  let folder: string;
  let child: ChildProcess;
  let heard: string;
  let manager: ServiceManager | null = null;
  const before = process.env['NOTIFY_SOCKET'];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'foyer-notify-'));
    heard = '';
    const socket = join(folder, 'notify');
    child = spawn('perl', ['-e', receiver, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk));
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('listening');
    process.env['NOTIFY_SOCKET'] = socket;
  });
  afterEach(() => {
    manager?.close();
    child.kill();
    if (before === undefined) delete process.env['NOTIFY_SOCKET'];
    else process.env['NOTIFY_SOCKET'] = before;
    rmSync(folder, { recursive: true, force: true });
  });

  const find = (isWell: () => boolean, watchdog?: string) => {
    const environment = { ...process.env, ...(watchdog && { WATCHDOG_USEC: watchdog }) };
    manager = findServiceManager({ environment, isWell, logger });
    return manager;
  };
  const count = (word: string) => heard.split(word).length - 1;

  it('says once that it is ready, then how it stands, then that it stops', async () => {
    const found = find(() => true);
    found?.ready();
    found?.ready();
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('STATUS=The kiosk is open.');
    found?.status('It rests.');
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('STATUS=It rests.');
    await found?.stopping();
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('STOPPING=1');
    expect(count('READY=1')).toBe(1);
    expect(heard, 'no watchdog was asked for').not.toContain('WATCHDOG');
  });

  it('beats twice in the time that it has, as long as the kiosk is well', async () => {
    let isWell = true;
    find(() => isWell, '400000');
    await expect.poll(() => count('WATCHDOG=1'), { timeout: 15_000 }).toBeGreaterThan(2);
    isWell = false;
    const settled = async () => {
      const seen = count('WATCHDOG=1');
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return count('WATCHDOG=1') - seen;
    };
    await expect.poll(settled, { timeout: 15_000 }).toBe(0);
  });
});
