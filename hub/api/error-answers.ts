import type { Server } from 'node:https';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { describeRefusal, refuse, type Refusal } from './refusal.ts';

/** Every refusal has the same form, whoever found the fault: a route, Fastify, or a bug. */
export function addErrorAnswers(server: FastifyInstance<Server>): void {
  server.setNotFoundHandler((_request, reply) => sendRefusal(reply, refuse('not-found')));
  server.setErrorHandler<FastifyError>((error, _request, reply) => sendRefusal(reply, toRefusal(error)));
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, headers, body } = describeRefusal(refusal, reply.request.id);
  return reply.code(status).headers(headers).send(body);
}

function toRefusal({ statusCode = 500 }: FastifyError): Refusal {
  if (statusCode === 413) return refuse('too-large');
  if (statusCode === 429) return refuse('too-many-requests');
  if (statusCode === 503) return refuse('unavailable');
  return refuse(statusCode < 500 ? 'bad-request' : 'failed');
}
