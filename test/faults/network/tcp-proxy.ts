import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Transform, type TransformCallback } from 'node:stream';
import type { Random } from '../harness/random.ts';
import { drawBreak, type Weather } from './weather.ts';

/** Stands between kiosks and hub and passes bytes on, as well as its weather lets it. It reads none of them: TLS goes through. */
export interface TcpProxy {
  readonly port: number;
  /** For connections from now on; those that are open break, as they do when a switch restarts. */
  setWeather(weather: Weather): void;
  /** How many connections had a bad time on purpose. */
  readonly harmed: number;
  close(): Promise<void>;
}

/** @param target port of the hub for a new connection: another each time balances a load */
export async function startTcpProxy({ target, random }: { target: () => number; random: Random }): Promise<TcpProxy> {
  let weather: Weather = { kind: 'fair' };
  let harmed = 0;
  const sockets = new Set<Socket>();
  const track = (socket: Socket) => {
    sockets.add(socket);
    // A connection that breaks is what this is for.
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };

  const server = createServer((kiosk) => {
    track(kiosk);
    switch (weather.kind) {
      case 'cut-off':
        harmed += 1;
        kiosk.resetAndDestroy();
        return;
      case 'half-open': {
        harmed += 1;
        const timer = setTimeout(() => kiosk.resetAndDestroy(), weather.limit);
        kiosk.resume().on('close', () => {
          clearTimeout(timer);
        });
        return;
      }
      case 'dropping': {
        const { share } = weather;
        pass(kiosk, {
          drawBreak: () => {
            if (!random.chance(share)) return Infinity;
            harmed += 1;
            return drawBreak(random);
          },
          delay: 0,
        });
        return;
      }
      case 'late':
        harmed += 1;
        pass(kiosk, { drawBreak: never, delay: weather.delay });
        return;
      case 'fair':
        pass(kiosk, { drawBreak: never, delay: 0 });
    }
  });

  /** @param drawBreak after how many bytes it breaks; asked again with every piece from the kiosk, because kiosks keep connections open */
  function pass(kiosk: Socket, { drawBreak, delay }: { drawBreak: () => number; delay: number }): void {
    let breakAfter = drawBreak();
    if (breakAfter === 0) {
      kiosk.resetAndDestroy();
      return;
    }
    const hub = connect(target(), '127.0.0.1');
    track(hub);
    let bytes = 0;
    for (const [from, to] of [
      [kiosk, hub],
      [hub, kiosk],
    ] as const) {
      from.on('data', (chunk: Buffer) => {
        if (from === kiosk && breakAfter === Infinity) breakAfter = bytes + drawBreak();
        bytes += chunk.length;
        if (bytes < breakAfter) return;
        kiosk.resetAndDestroy();
        hub.resetAndDestroy();
      });
      if (delay === 0) from.pipe(to);
      else from.pipe(createDelay(delay)).pipe(to);
      from.on('close', () => to.destroy());
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    setWeather(next) {
      weather = next;
      breakAll();
    },
    get harmed() {
      return harmed;
    },
    async close() {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}

function never(): number {
  return Infinity;
}

/** Each chunk so much later, in order. */
function createDelay(milliseconds: number): Transform {
  return new Transform({
    // Without room for what is under way, each chunk would wait for the one before it.
    highWaterMark: 1 << 20,
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      setTimeout(() => {
        if (!this.destroyed) this.push(chunk);
      }, milliseconds);
      done();
    },
    flush(done) {
      setTimeout(done, milliseconds);
    },
  });
}
