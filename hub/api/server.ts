import { constants } from 'node:zlib';
import type { Server } from 'node:https';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance } from 'fastify';
import { v4 } from 'uuid';
import { addErrorAnswers } from './error-answers.ts';

/** 200 records have about 300 kB; the largest record that a kiosk can write, 4 kB. */
const bodyLimit = 2 * 1024 * 1024;
/** Milliseconds that a request may take to arrive, and that a connection may say nothing. */
const patience = { request: 30_000, keepAlive: 75_000 };

/** An id that a proxy or a kiosk gave; anything else could forge lines in the log. */
const requestIdPattern = /^[A-Za-z0-9._-]{8,100}$/;

/** The bare server: TLS, limits, headers, errors. `addRoutes` gives it something to say. */
export async function createServer(tls: { key: string; certificate: string }): Promise<FastifyInstance<Server>> {
  const server = fastify({
    https: { key: tls.key, cert: tls.certificate, minVersion: 'TLSv1.3' },
    // Fastify's own log would hold every address; ours has routes (`request-log.ts`).
    logger: false,
    bodyLimit,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.keepAlive,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId(request) {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : v4();
    },
    // A path that is not quite one of ours is none of ours: the signature covers the path as it was sent.
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true },
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  addErrorAnswers(server);
  // No HSTS (RFC 6797): a browser that knows the hub by a name must be able to accept its new certificate after each start.
  await server.register(fastifyHelmet, { hsts: false });
  await server.register(fastifyCookie);
  await server.register(fastifyRateLimit, { global: false });
  await server.register(fastifyCompress, {
    global: false,
    encodings: ['br', 'gzip'],
    // The sample event's 312 kB become 87 kB in 11 ms; quality 11 takes 630 ms for 76 kB, and each kiosk's page is compressed anew.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  return server;
}
