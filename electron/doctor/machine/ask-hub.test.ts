import { afterEach, beforeEach, expect, it } from 'vitest';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { startTestHub as startRealHub, closeHubs } from '../../../hub/hub.fixture.ts';
import { startTestHub, type TestHub } from '../../uplink/test-hub.ts';
import { askHub } from './ask-hub.ts';

let hub: TestHub;
beforeEach(async () => {
  hub = await startTestHub();
});
afterEach(async () => {
  await hub.close();
  await closeHubs();
});
const clock = () => performance.now();

it('knows the hub by its key, and another that answers in its place', async () => {
  const { address, pin } = hub;
  expect(await askHub({ address, pin }, clock)).toMatchObject({ kind: 'there', isReady: false });
  expect(await askHub({ address, pin: 'A'.repeat(43) }, clock)).toEqual({ kind: 'other-key' });
});

it('hears of a real hub that it is ready, what its clock says, and its version', async () => {
  const real = await startRealHub();
  const { address, pin } = real.hub.readiness;
  const [host = '', port = ''] = address.split(':');
  const answer = await askHub({ address: { host, port: Number(port) }, pin }, clock);
  expect(answer).toMatchObject({
    kind: 'there',
    isReady: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
  });
  expect(answer.kind === 'there' && Math.abs((answer.at ?? 0) - Date.now()) < 5000).toBe(true);
});

it('finds nobody, and nobody who speaks TLS', async () => {
  const { address, pin } = hub;
  await hub.close();
  expect(await askHub({ address, pin }, clock)).toEqual({ kind: 'away' });
  const silent: Server = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  expect(await askHub({ address: { host: '127.0.0.1', port }, pin }, clock)).toEqual({ kind: 'away' });
  silent.close();
  hub = await startTestHub();
});
