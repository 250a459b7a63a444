import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createMechanism } from '../simulators/escpos/mechanism.ts';
import type { Paper } from './open-paper.ts';

/**
 * Stands in front of a printer, passes on what both sides say, and draws what the printer is sent, so that a real printer's sheets can
 * be looked at too.
 * @param widthDots of the paper
 */
export async function recordPrinter(
  printer: { host: string; port: number },
  widthDots: number,
): Promise<Omit<Paper, 'media'>> {
  const decoder = createMechanism({
    widthDots,
    millisecondsPerRow: 0,
    lacks: [],
    answer: ignore,
    onSheet: ignore,
  });
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (kiosk) => {
    const other = connect({ ...printer, noDelay: true, allowHalfOpen: true });
    kiosk.on('data', (bytes) => {
      decoder.receive(bytes);
    });
    kiosk.pipe(other);
    other.pipe(kiosk);
    joinEnds(kiosk, other);
    joinEnds(other, kiosk);
  });

  /** Whoever resets its connection, or cannot be reached, resets the other side. */
  function joinEnds(socket: Socket, partner: Socket): void {
    sockets.add(socket);
    socket.on('error', () => partner.resetAndDestroy());
    socket.on('close', () => {
      sockets.delete(socket);
      partner.end();
    });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `tcp://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sheets: decoder.sheets,
    commands: decoder.commands,
    counts: decoder.counts,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function ignore(): void {
  // The printer itself answers.
}
