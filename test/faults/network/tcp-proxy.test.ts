import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRandom } from '../harness/random.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

let echo: Server;
let proxy: TcpProxy;
beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const { port } = echo.address() as AddressInfo;
  proxy = await startTcpProxy({ target: () => port, random: createRandom('proxy') });
});
afterEach(async () => {
  await proxy.close();
  echo.close();
});

/** What comes back of it; null when the connection breaks. */
function say(words: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(proxy.port, '127.0.0.1', () => socket.write(words));
    let heard = '';
    socket
      .on('error', () => undefined)
      .on('close', () => {
        resolve(null);
      })
      .on('data', (chunk: Buffer) => {
        heard += chunk.toString();
        if (heard.length < words.length) return;
        resolve(heard);
        socket.destroy();
      });
  });
}

it('passes everything on in fair weather', async () => {
  const words = 'x'.repeat(200_000);
  expect(await say(words)).toBe(words);
});

it('breaks off in open connections, too', async () => {
  proxy.setWeather({ kind: 'dropping', share: 1 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => say('x'.repeat(200_000))));
  expect(answers.every((answer) => answer === null)).toBe(true);
});

it('breaks the share of connections that it is told to', async () => {
  proxy.setWeather({ kind: 'dropping', share: 0.3 });
  const answers = await Promise.all(Array.from({ length: 100 }, () => say('x'.repeat(60_000))));
  // Drawn for the connection and for each of the pieces that 60,000 bytes come in; a break may lie beyond the last of them.
  const broken = answers.filter((answer) => answer === null).length;
  expect(broken).toBeGreaterThan(20);
  expect(broken).toBeLessThanOrEqual(proxy.harmed);
});

it('is late by as much as it is told, in each direction', async () => {
  proxy.setWeather({ kind: 'late', delay: 150 });
  const start = performance.now();
  expect(await say('words')).toBe('words');
  expect(performance.now() - start).toBeGreaterThanOrEqual(295);
});

it('opens connections on which nothing passes, and breaks them in the end', async () => {
  proxy.setWeather({ kind: 'half-open', limit: 150 });
  const start = performance.now();
  expect(await say('words')).toBe(null);
  expect(performance.now() - start).toBeGreaterThanOrEqual(145);
});

it('breaks open connections when the weather turns', async () => {
  const socket = connect(proxy.port, '127.0.0.1');
  socket.on('error', () => undefined).write('words');
  await once(socket, 'data');
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      resolve();
    });
  });
  proxy.setWeather({ kind: 'cut-off' });
  await closed;
  expect(await say('words')).toBe(null);
});
