import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { operations } from '../../../electron/printing/queue/ipp-client.ts';
import { createPageEngine } from './page-engine.ts';
import { answerRequest } from './print-service.ts';

export interface IppSimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Of a page; 1240, A6 at 300 dots an inch, unless told. */
  readonly widthDots?: number;
  /** 300 unless told. */
  readonly dotsPerInch?: 203 | 300;
  /** 0, the default, prints as fast as it can. */
  readonly millisecondsPerRow?: number;
  /** It takes a job only when it has none, as small printers. False unless told. */
  readonly takesOneJob?: boolean;
  /** Operations that it does not know; none unless told. */
  readonly lacks?: readonly (keyof typeof operations)[];
}

export type IppSimulator = Awaited<ReturnType<typeof startIppSimulator>>;

/** A printer of the network that speaks IPP over HTTP and takes PDF. */
export async function startIppSimulator(options: IppSimulatorOptions = {}) {
  const engine = createPageEngine({
    widthDots: options.widthDots ?? 1_240,
    dotsPerInch: options.dotsPerInch ?? 300,
    millisecondsPerRow: options.millisecondsPerRow ?? 0,
  });
  const sockets = new Set<Socket>();
  const counts = { requests: 0, unknown: 0, bytes: 0 };
  /** `performance.now()` of the first and last byte of the last document. */
  const documentTimes = { first: 0, last: 0 };
  let answerDelay = 0;
  let port = options.port ?? 0;

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    const firstAt = performance.now();
    // A client may leave in the middle of what it says.
    request.on('error', () => undefined);
    request.on('data', (piece: Buffer) => {
      pieces.push(piece);
      counts.bytes += piece.length;
    });
    request.on('end', () => {
      counts.requests += 1;
      const body = Buffer.concat(pieces);
      if (body.includes('%PDF')) Object.assign(documentTimes, { first: firstAt, last: performance.now() });
      if (request.headers['content-type'] !== 'application/ipp' || request.method !== 'POST') {
        counts.unknown += 1;
        response.writeHead(400).end();
        return;
      }
      if (engine.trouble.hanging) return;
      setTimeout(respond, answerDelay, response, body);
    });
  });

  function respond(response: ServerResponse, body: Buffer): void {
    if (response.destroyed || engine.trouble.hanging) return;
    const answer = answerRequest(
      engine,
      {
        takesOneJob: options.takesOneJob ?? false,
        lacks: options.lacks ?? [],
        uri: () => `ipp://127.0.0.1:${String(port)}/ipp/print`,
      },
      body,
    );
    const status = answer.readUInt16BE(2);
    if (status === 0x0400 || status === 0x0501) counts.unknown += 1;
    response.writeHead(200, { 'content-type': 'application/ipp' }).end(answer);
  }

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  function listen(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  }
  await listen();
  ({ port } = server.address() as AddressInfo);

  function drop(): void {
    for (const socket of sockets) socket.resetAndDestroy();
  }

  return {
    ...engine,
    host: '127.0.0.1',
    port,
    counts,
    documentTimes,
    delayAnswers(milliseconds: number): void {
      answerDelay = milliseconds;
    },
    /** Off and on again: it forgets its jobs and drops every connection. */
    reset(): void {
      engine.forget();
      drop();
    },
    /** Off, until `wake`. */
    switchOff(): void {
      engine.forget();
      server.close();
      drop();
    },
    async wake(): Promise<void> {
      engine.setTrouble({ hanging: false });
      if (!server.listening) await listen();
    },
    async close(): Promise<void> {
      engine.forget();
      drop();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}
