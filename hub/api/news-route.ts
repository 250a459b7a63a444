import type { Server } from 'node:https';
import type { FastifyInstance } from 'fastify';
import { admitKiosk, type RouteContext } from './add-routes.ts';
import { sendRefusal } from './error-answers.ts';
import type { NewsStreams } from './news-streams.ts';

/** GET /v1/news: an answer that stays open, so it is no `Route`. */
export function addNewsRoute(server: FastifyInstance<Server>, context: RouteContext, news: NewsStreams): void {
  server.get('/v1/news', async (request, reply) => {
    const signer = await admitKiosk(request, context);
    if (!signer.ok) return sendRefusal(reply, signer.reason);
    reply.hijack();
    request.raw.socket.setKeepAlive(true, 15_000);
    news.open(reply.raw, signer.value.kiosk, toText(reply.getHeaders()));
    return reply;
  });
}

function toText(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
