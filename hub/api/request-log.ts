import type { Server } from 'node:https';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

/** A line and a measurement for each answer: routes, numbers and names of kiosks, and nothing that a visitor said. */
export function addRequestLog(
  server: FastifyInstance<Server>,
  { logger, metrics }: { logger: Logger; metrics: Metrics },
) {
  server.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime: milliseconds } = reply;
    metrics.requests.observe({ method, route, status }, milliseconds / 1000);
    const line = { requestId: request.id, method, route, status, milliseconds: Math.round(milliseconds) };
    if (status >= 500) logger.warn(line, 'answered');
    // The kiosk's own log has the same line under the same id. A report every ten seconds, and whatever only reads, is for `debug`.
    else if (method !== 'GET' && route !== '/v1/reports') logger.info(line, 'answered');
    else logger.debug(line, 'answered');
  });
  server.addHook('onError', async (request, _reply, error) => {
    if ((error.statusCode ?? 500) < 500) return;
    // The place and not the message: what a bug quotes may be what a visitor typed.
    const place = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
    logger.error(
      { requestId: request.id, route: request.routeOptions.url, name: error.name, place },
      'a request failed',
    );
  });
}
