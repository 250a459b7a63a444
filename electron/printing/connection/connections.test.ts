import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assert } from '../../../domain/assert.ts';
import { openPseudoTerminal } from '../../../test/simulators/pseudo-terminal.ts';
import { connectInTurn } from './connect-in-turn.ts';
import { createDeviceFileConnect } from './device-file.ts';
import type { ConnectPrinter, PrinterConnection } from './printer-connection.ts';
import { createSerialConnect } from './serial.ts';
import { createTcpConnect } from './tcp.ts';

const limits = { connectMilliseconds: 1_000, drainMilliseconds: 300 };

/** The far end of a cable: what arrived there, and a way to answer. */
interface FarEnd {
  readonly connect: ConnectPrinter;
  readonly received: () => Buffer;
  readonly untilReceived: (bytes: number) => Promise<void>;
  readonly answer: (bytes: number[]) => void;
  readonly stopReading: () => void;
  readonly pullOut: () => Promise<void>;
}

async function listen(): Promise<Omit<FarEnd, 'connect' | 'pullOut'> & { port: number; drop: () => void }> {
  const pieces: Buffer[] = [];
  const sockets: Socket[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      pieces.push(bytes);
      for (const wake of waiting.splice(0)) wake();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    drop();
    server.close();
  });
  const received = () => Buffer.concat(pieces);
  return {
    port: (server.address() as AddressInfo).port,
    received,
    drop,
    async untilReceived(bytes) {
      while (received().length < bytes) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    answer: (bytes) => sockets.at(-1)?.write(Uint8Array.from(bytes)),
    stopReading() {
      for (const socket of sockets) socket.pause();
    },
  };
}

const cables: Record<string, () => Promise<FarEnd>> = {
  async tcp() {
    const { port, drop, ...end } = await listen();
    return {
      ...end,
      connect: createTcpConnect({ host: '127.0.0.1', port }),
      pullOut: () => {
        drop();
        return Promise.resolve();
      },
    };
  },
  usb: () => overTerminal((path) => createDeviceFileConnect({ path })),
  serial: () => overTerminal((path) => createSerialConnect({ path, baud: 115_200, flow: 'none' })),
};

async function overTerminal(open: (path: string) => ConnectPrinter): Promise<FarEnd> {
  const { port, drop: _, ...end } = await listen();
  const terminal = await openPseudoTerminal({ host: '127.0.0.1', port });
  onTestFinished(() => terminal.close());
  return { ...end, connect: open(terminal.path), pullOut: () => terminal.close() };
}

async function open(connect: ConnectPrinter): Promise<PrinterConnection> {
  const opened = await connect(limits);
  assert(opened.ok, 'it opens');
  return opened.value;
}

/** Every byte there is, many times: more than a terminal or a socket takes at once. */
const everyByte = Uint8Array.from({ length: 60_000 }, (_, index) => (index * 7 + (index >> 8)) & 255);

describe.each(Object.entries(cables))('over %s', (_name, lay) => {
  it('bytes arrive as they are, both ways', async () => {
    const end = await lay();
    const connection = await open(end.connect);
    const heard: number[] = [];
    const all = Promise.withResolvers<undefined>();
    connection.onBytes((bytes) => {
      heard.push(...bytes);
      if (heard.length >= 256) all.resolve(undefined);
    });
    expect(await connection.send(everyByte)).toEqual({ ok: true });
    await end.untilReceived(everyByte.length);
    expect(Buffer.compare(end.received(), everyByte)).toBe(0);
    const answer = Array.from({ length: 256 }, (_, byte) => byte);
    end.answer(answer);
    await all.promise;
    expect(heard).toEqual(answer);
    await connection.leave();
    expect(await connection.send([1])).toEqual({ ok: false, reason: 'closed' });
  });

  it('two senders at once are not mixed', async () => {
    const end = await lay();
    const connection = await open(end.connect);
    const pieces = Array.from({ length: 20 }, (_, index) => new Uint8Array(1_000).fill(index + 65));
    await Promise.all(pieces.map((piece) => connection.send(piece)));
    await end.untilReceived(20_000);
    expect(Buffer.compare(end.received(), Buffer.concat(pieces))).toBe(0);
    await connection.leave();
  });

  it('a printer that takes nothing is noticed, and can be left', async () => {
    const end = await lay();
    const connection = await open(end.connect);
    await connection.send([1]);
    await end.untilReceived(1);
    end.stopReading();
    let sent = await connection.send(new Uint8Array(4_096));
    for (let tries = 0; sent.ok && tries < 5_000; tries += 1) sent = await connection.send(new Uint8Array(65_536));
    expect(sent).toEqual({ ok: false, reason: 'stalled' });
    await connection.abort();
    await connection.closed;
  });

  it('a cable that is pulled out ends the connection, and nobody is there after it', async () => {
    const end = await lay();
    const connection = await open(end.connect);
    await connection.send([1]);
    await end.untilReceived(1);
    await end.pullOut();
    await connection.closed;
    expect((await connection.send([2])).ok).toBe(false);
    await connection.abort();
  });
});

describe('a printer that is not there', () => {
  it.each<[string, ConnectPrinter]>([
    ['usb', createDeviceFileConnect({ path: '/dev/usb/lp99' })],
    ['serial', createSerialConnect({ path: '/dev/ttyUSB99', baud: 9_600, flow: 'rts-cts' })],
  ])('over %s is unreachable', async (_name, connect) => {
    expect(await connect(limits)).toEqual({ ok: false, reason: 'unreachable' });
  });

  it('a plain file is no printer for a serial line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-line-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'file');
    await writeFile(path, '');
    expect(await createSerialConnect({ path, baud: 9_600, flow: 'none' })(limits)).toMatchObject({ ok: false });
  });

  it('over tcp is busy where a machine answers, and is tried again in turn', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const connect = createTcpConnect({ host: '127.0.0.1', port });
    expect(await connect(limits)).toEqual({ ok: false, reason: 'busy' });
    expect(await connectInTurn(connect, { ...limits, turnMilliseconds: 0 })).toEqual({ ok: false, reason: 'busy' });

    let tries = 0;
    const waited = connectInTurn(
      (asked) => {
        tries += 1;
        if (tries === 2) server.listen(port, '127.0.0.1');
        return connect(asked);
      },
      { ...limits, turnMilliseconds: 5_000 },
    );
    const opened = await waited;
    expect(opened.ok).toBe(true);
    expect(tries).toBeGreaterThan(1);
    if (opened.ok) await opened.value.abort();
    server.close();
  });
});
