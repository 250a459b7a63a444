import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOwner, refuseOtherUsers } from './guard-own-user.ts';

const isLinux = process.platform === 'linux';
/** Only root can become somebody else. */
const isRoot = process.getuid?.() === 0;
const nobody = 65534;

describe.runIf(isLinux)('a connection', () => {
  let server: Server;
  let address: string;
  let refused: number;

  beforeEach(async () => {
    refused = 0;
    server = createServer((_request, response) => response.end('inside'));
    refuseOtherUsers(server, () => (refused += 1));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** A process of its own that becomes the user first. */
  async function ask(address: string, user: number | null): Promise<string> {
    const become = user === null ? '' : `process.setgroups([]);process.setgid(${user});process.setuid(${user});`;
    const code = `${become}fetch(process.argv[1]).then((answer) => answer.text()).then(console.log, () => console.log('refused'))`;
    const child = spawn(process.execPath, ['-e', code, address], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(child, 'close');
    return said.trim();
  }

  it('of this user is answered', async () => {
    expect(await ask(address, null)).toBe('inside');
    expect(refused).toBe(0);
  });

  it.runIf(isRoot)('of another user is closed unread', async () => {
    expect(await ask(address, nobody)).toBe('refused');
    expect(refused).toBe(1);
  });

  it('over an IPv6 socket is closed: the table of IPv4 does not know whose it is', async () => {
    expect(await ask(address.replace('127.0.0.1', '[::ffff:127.0.0.1]'), null)).toBe('refused');
  });
});

describe('the table of sockets', () => {
  const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
  const line = (local: string, remote: string, uid: string, inode: string) =>
    `   3: ${local} ${remote} 01 00000000:00000000 00:00000000 00000000 ${uid}        0 ${inode} 1 00000000ce868120 20 4 30 10 -1\n`;
  const peer = { from: 0x9c40, to: 0x1f90 };

  it('tells who holds the other end', () => {
    const table = `${head}${line('0100007F:1F90', '0100007F:9C40', '    0', '11')}${line('0100007F:9C40', '0100007F:1F90', ' 1000', '12')}`;
    expect(readOwner(table, peer)).toBe(1000);
  });

  it('tells nobody of a socket that was closed, though it stands there as root’s', () => {
    expect(readOwner(`${head}${line('0100007F:9C40', '0100007F:1F90', '    0', '0')}`, peer)).toBeNull();
  });

  it('tells nobody of one that is not there, or has another address', () => {
    expect(readOwner(head, peer)).toBeNull();
    expect(readOwner(`${head}${line('0200007F:9C40', '0100007F:1F90', '    0', '12')}`, peer)).toBeNull();
  });
});
