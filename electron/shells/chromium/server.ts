import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { fastify, type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { PageCall } from '../../bridge/bridge-door.ts';
import type { ShownPage } from '../../health/page-window.ts';
import { createGuard } from './guard.ts';
import { refuseOtherUsers } from './guard-own-user.ts';
import { permissionsPolicy } from '../page-headers.ts';
import { helmetOptions } from './security-headers.ts';
import { createTickets } from './tickets.ts';

/** Eight sheets of A4 at 300 dpi, the largest raster, have 10.7 MB as JSON. */
const bodyLimit = 12 * 1024 * 1024;

const paths: Readonly<Record<ShownPage, string>> = { kiosk: '', resting: 'resting.html' };

export interface ServerParts {
  readonly call: PageCall;
  /** The built renderer, with index.html. */
  readonly rendererFolder: string;
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Tickets open again and again, for a developer's own browser. */
  readonly reusableTickets: boolean;
  /** The page may use a camera. */
  readonly camera: boolean;
  readonly random: (size: number) => Uint8Array;
  readonly logger: Logger;
}

export interface ShellServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** An address with a new ticket, of the kiosk's page unless another is asked for. */
  createAddress(page?: ShownPage): string;
  close(): Promise<void>;
}

/** Serves the renderer and the bridge to this machine only. Rejects when the port is taken. */
export async function startServer(parts: ServerParts): Promise<ShellServer> {
  const { rendererFolder, port, reusableTickets, camera, random, logger } = parts;
  const tickets = createTickets({ random, reusable: reusableTickets });
  let authority = '';
  // Fastify's own log would hold every address, and one of them holds the ticket.
  const server = fastify({ logger: false, bodyLimit, forceCloseConnections: true });
  // A window is opened by this user's Chromium. Where a person is told the address, nobody else is, and it may come through a relay.
  if (!reusableTickets) {
    refuseOtherUsers(server.server, () => {
      logger.warn('a connection of another user was refused');
    });
  }
  server.removeContentTypeParser('text/plain');
  await server.register(fastifyHelmet, helmetOptions);
  await server.register(fastifyCookie);
  server.addHook('onRequest', async (_request, reply) => {
    void reply.header('permissions-policy', permissionsPolicy({ camera }));
  });
  server.addHook('onRequest', createGuard({ tickets, authority: () => authority }));
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not-found' }));
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: error.code });
    // The place and not the message: what a bug quotes may be what a visitor typed.
    const place = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
    logger.error({ route: request.routeOptions.url, name: error.name, place }, 'a call failed');
    return reply.code(500).send({ error: 'failed' });
  });
  addBridge(server, parts.call);
  await server.register(fastifyStatic, {
    root: rendererFolder,
    cacheControl: false,
    dotfiles: 'ignore',
    redirect: false,
    setHeaders(response, path) {
      void response.header('cache-control', cacheRule(path));
    },
  });
  authority = new URL(await server.listen({ host: '127.0.0.1', port })).host;
  const origin = `http://${authority}`;
  return {
    origin,
    createAddress: (page = 'kiosk') => `${origin}/${paths[page]}?ticket=${tickets.issue()}`,
    close: () => server.close(),
  };
}

function addBridge(server: FastifyInstance, call: PageCall): void {
  server.post<{ Params: { verb: string } }>('/bridge/:verb', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const answer = await call(request.params.verb, request.body);
    if (answer.ok) return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.value));
    return reply.code(answer.reason === 'unknown-verb' ? 404 : 400).send({ error: answer.reason });
  });
}

/** The build names what lies in assets/ by its content. */
function cacheRule(path: string): string {
  return /[\\/]assets[\\/][^\\/]+$/.test(path) ? 'private, max-age=31536000, immutable' : 'no-store';
}
