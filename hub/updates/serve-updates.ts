import type { Server } from 'node:https';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { failed, type RouteContext } from '../api/add-routes.ts';
import { findSigner } from '../api/authenticate.ts';
import { sendRefusal } from '../api/error-answers.ts';
import { refuse } from '../api/refusal.ts';
import type { UpdateFolder } from './update-folder.ts';

/**
 * GET /v1/updates/…: descriptions and packages, whole or in ranges (RFC 9110, 14). They are signed and no secret; kiosks sign all the same, as
 * for everything else, so that a hundred megabytes are nobody's for the asking and a revoked kiosk gets none. Counted like the files of a
 * page: a package of which little has changed is fetched in hundreds of small parts.
 */
export async function serveUpdates(
  server: FastifyInstance<Server>,
  { context, updates, root }: { context: RouteContext; updates: UpdateFolder; root: string },
): Promise<void> {
  // In a scope of its own: the staff page has another folder.
  await server.register(async (scope) => {
    await scope.register(fastifyStatic, { root, serve: false, dotfiles: 'ignore', redirect: false });
    scope.get<{ Params: { '*': string } }>('/v1/updates/*', async (request, reply) => {
      const signer = await findSigner(request, context.store);
      if (!signer.ok) {
        const refused = await failed(request, context.limits, signer.reason);
        return sendRefusal(reply, refused.ok ? signer.reason : refused.reason);
      }
      const allowed = await context.limits.page(request, `updates ${signer.value.kiosk}`);
      if (!allowed.ok) return sendRefusal(reply, allowed.reason);
      context.touch(signer.value.kiosk);
      const found = updates.find(request.params['*']);
      if (found === null) return sendRefusal(reply, refuse('not-found'));
      return reply.sendFile(found, root, { maxAge: 0, cacheControl: false });
    });
  });
}
