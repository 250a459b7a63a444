import type { Server } from 'node:https';
import type { FastifyInstance } from 'fastify';
import { sendRefusal } from './error-answers.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';

/** GET /metrics, in Prometheus' text format. */
export function addMetricsRoute(
  server: FastifyInstance<Server>,
  { metrics, limits }: { metrics: Metrics; limits: Limits },
): void {
  server.get('/metrics', async (request, reply) => {
    const allowed = await limits.open(request, request.ip);
    if (!allowed.ok) return sendRefusal(reply, allowed.reason);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
