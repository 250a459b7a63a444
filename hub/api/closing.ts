import type { Server } from 'node:https';
import type { FastifyInstance } from 'fastify';
import { sendRefusal } from './error-answers.ts';
import { refuse } from './refusal.ts';

/** Milliseconds that requests under way may take once the hub is told to stop. */
const longestGoodbye = 8000;

/**
 * From `close` on, every new request is told that the hub is unavailable; those under way are finished.
 * @param endStreams ends the answers that would never end by themselves
 */
export function addClosing(server: FastifyInstance<Server>, endStreams: () => void): () => Promise<void> {
  let isClosing = false;
  server.addHook('onRequest', async (_request, reply) => {
    if (!isClosing) return undefined;
    void reply.header('connection', 'close');
    return sendRefusal(reply, refuse('unavailable'));
  });
  return async () => {
    isClosing = true;
    endStreams();
    const force = setTimeout(() => {
      server.server.closeAllConnections();
    }, longestGoodbye);
    await server.close();
    clearTimeout(force);
  };
}
