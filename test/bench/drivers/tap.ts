import { connect, createServer, type AddressInfo } from 'node:net';
import { findClockOrigin } from '../harness/clock.ts';

/** What went to a printer since `begin`. */
export interface Taken {
  /** Bytes towards the printer, questions about its state among them. */
  readonly bytes: number;
  /** Milliseconds on the machine's clock: when the first piece of a picture passed, and the last. */
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface Tap {
  readonly port: number;
  /** Forgets what has passed. */
  begin(): void;
  take(): Taken;
  close(): Promise<void>;
}

/** Questions to a printer, and the head of an IPP request, are shorter than any picture's first piece. */
const shortestPiece = 512;

/** The end of a picture may be short; it follows at once, and questions wait for an answer. Milliseconds. */
const closeBehind = 2;

/** Stands between kiosk and printer and notes what passes, so that all dialects are measured alike. */
export async function startTap(printer: { host: string; port: number }): Promise<Tap> {
  let bytes = 0;
  let firstAt: number | null = null;
  let lastAt = 0;
  const server = createServer((client) => {
    const upstream = connect({ ...printer, noDelay: true });
    client.setNoDelay(true);
    client.on('data', (piece) => {
      const now = findClockOrigin() + performance.now();
      bytes += piece.length;
      if (piece.length >= shortestPiece) firstAt ??= now;
      if (piece.length >= shortestPiece || now - lastAt < closeBehind) lastAt = now;
    });
    client.pipe(upstream).pipe(client);
    // Either side may leave in whatever way it likes.
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    begin() {
      bytes = 0;
      firstAt = null;
      lastAt = 0;
    },
    take() {
      if (firstAt === null) throw new Error('No picture went to the printer.');
      return { bytes, firstAt, lastAt };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
