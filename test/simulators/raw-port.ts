import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface RawPort {
  readonly host: string;
  readonly port: number;
  readonly connections: number;
  /** To whoever is served now. */
  answer(bytes: Uint8Array): void;
  /** Stops reading and answering, with the connection open. */
  hang(): void;
  wake(): void;
  /** Every answer comes so much later. */
  delayAnswers(milliseconds: number): void;
  /** Every connection ends at once. */
  drop(): void;
  /** Drops every connection and listens no more until `wake`. */
  goAway(): void;
  close(): Promise<void>;
}

/** The raw TCP port of a printer: one client at a time, as real ones; others wait unserved until it leaves. */
export async function openRawPort(options: {
  port?: number;
  host?: string;
  receive: (bytes: Uint8Array) => void;
  /** While true it reads nothing more. */
  isFull?: () => boolean;
}): Promise<RawPort> {
  const { host = '127.0.0.1', receive, isFull = () => false } = options;
  const sockets: Socket[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let connections = 0;
  let isHanging = false;
  let answerDelay = 0;

  function serve(socket: Socket): void {
    socket.on('data', (bytes) => {
      receive(bytes);
      if (!isFull()) return;
      socket.pause();
      const timer = setInterval(() => {
        if (isFull() && !socket.destroyed) return;
        clearInterval(timer);
        timers.delete(timer);
        if (!isHanging) socket.resume();
      }, 5);
      timers.add(timer);
    });
    if (!isHanging) socket.resume();
  }

  const server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => {
    connections += 1;
    sockets.push(socket);
    // A client may leave in whatever way it likes.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      const place = sockets.indexOf(socket);
      if (place !== -1) sockets.splice(place, 1);
      if (place === 0 && sockets[0] !== undefined) serve(sockets[0]);
    });
    if (sockets.length === 1) serve(socket);
  });
  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;

  function listen(at: number): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, host, resolve);
    });
  }

  function drop(): void {
    for (const socket of sockets.splice(0)) socket.resetAndDestroy();
  }

  return {
    host,
    port,
    get connections() {
      return connections;
    },
    answer(bytes) {
      const [client] = sockets;
      if (isHanging || client === undefined) return;
      if (answerDelay === 0) client.write(bytes);
      else setTimeout(() => client.writable && client.write(bytes), answerDelay);
    },
    hang() {
      isHanging = true;
      sockets[0]?.pause();
    },
    wake() {
      isHanging = false;
      if (!server.listening) void listen(port);
      sockets[0]?.resume();
    },
    delayAnswers(milliseconds) {
      answerDelay = milliseconds;
    },
    drop,
    goAway() {
      server.close();
      drop();
    },
    async close() {
      for (const timer of timers) clearInterval(timer);
      drop();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}
