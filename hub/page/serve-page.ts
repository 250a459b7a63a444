import { join } from 'node:path';
import type { Server } from 'node:https';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendRefusal } from '../api/error-answers.ts';
import type { Limits } from '../api/limits.ts';
import { noPageWords } from './find-page.ts';

/** Nothing from elsewhere, nothing inline, no frame around it, no form that a browser would send somewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Their names change with what is in them. */
const forGood = { immutable: true, maxAge: '365d' } as const;

/**
 * GET /: the staff page. Beside it only what the build put into `assets/` can be had, which is the same for everybody and says nothing of
 * this event.
 * @param folder null when there is no build
 */
export async function servePage(
  server: FastifyInstance<Server>,
  { folder, limits }: { folder: string | null; limits: Limits },
): Promise<void> {
  if (folder === null) {
    server.get('/', async (_request, reply) =>
      reply.code(503).type('text/plain; charset=utf-8').send(`${noPageWords}\n`),
    );
    return;
  }
  await server.register(fastifyStatic, { root: folder, serve: false, dotfiles: 'ignore', redirect: false });
  server.get('/', async (request, reply) => {
    const allowed = await limits.page(request, request.ip);
    if (!allowed.ok) return sendRefusal(reply, allowed.reason);
    return withPolicy(reply).sendFile('staff.html', folder, { maxAge: 0 });
  });
  server.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => {
    const allowed = await limits.page(request, request.ip);
    if (!allowed.ok) return sendRefusal(reply, allowed.reason);
    return withPolicy(reply).sendFile(request.params['*'], join(folder, 'assets'), forGood);
  });
}

function withPolicy(reply: FastifyReply): FastifyReply {
  return reply.header('content-security-policy', policy);
}
