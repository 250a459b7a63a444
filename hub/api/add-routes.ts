import type { Server } from 'node:https';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StaffGate } from '../staff/staff-gate.ts';
import type { Store } from '../store/store.ts';
import { findSigner, hasToken, isSignedBy, rawBody } from './authenticate.ts';
import { sendRefusal } from './error-answers.ts';
import type { Limits } from './limits.ts';
import { refuse, type Refusal } from './refusal.ts';
import { Download, JsonText, type Asked, type Route } from './route.ts';

export interface RouteContext {
  readonly store: Store;
  readonly limits: Limits;
  readonly operatorToken: string;
  readonly staff: StaffGate;
  /** Notes that a kiosk was heard. */
  readonly touch: (kiosk: string) => void;
}

/** Gives the server its routes. Each request is checked in this order: who, how often, what. */
export function addRoutes(server: FastifyInstance<Server>, routes: readonly Route[], context: RouteContext): void {
  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path,
      ...(route.bodyLimit !== null && { bodyLimit: route.bodyLimit }),
      ...(route.isLarge && { compress: {} }),
      async handler(request, reply) {
        const answer = await answerRoute(route, request, context);
        return answer.ok ? sendOutput(reply, answer.value) : sendRefusal(reply, answer.reason);
      },
    });
  }
}

async function answerRoute(
  route: Route,
  request: FastifyRequest,
  context: RouteContext,
): Promise<Result<unknown, Refusal>> {
  const { limits, operatorToken, touch } = context;
  const byAddress = route.isScarce ? limits.enrolment : limits.open;
  switch (route.access) {
    case 'open': {
      const allowed = await byAddress(request, request.ip);
      if (!allowed.ok) return allowed;
      const asked = readAsked(route, request);
      return asked.ok ? route.answer(asked.value) : asked;
    }
    case 'self-signed': {
      const allowed = await byAddress(request, request.ip);
      if (!allowed.ok) return allowed;
      const asked = readAsked(route, request);
      if (!asked.ok) return asked;
      if (!(await isSignedBy(request, route.signer(asked.value.body)))) return err(refuse('unknown-kiosk'));
      return route.answer(asked.value);
    }
    case 'staff': {
      const session = await context.staff.admit(request, context);
      if (!session.ok) return session;
      if (!route.roles.includes(session.value.staff.role)) return err(refuse('not-allowed'));
      const asked = readAsked(route, request);
      return asked.ok ? route.answer(asked.value, session.value) : asked;
    }
    case 'operator': {
      if (!hasToken(request, operatorToken)) return failed(request, limits, refuse('wrong-token'));
      const asked = readAsked(route, request);
      return asked.ok ? route.answer(asked.value) : asked;
    }
    case 'kiosk': {
      const signer = await admitKiosk(request, context);
      if (!signer.ok) return signer;
      const asked = readAsked(route, request);
      if (!asked.ok) return asked;
      touch(signer.value.kiosk);
      return route.answer(asked.value, signer.value);
    }
  }
}

/** Who signed the request, when it may ask now. */
export async function admitKiosk(request: FastifyRequest, { store, limits }: RouteContext) {
  const signer = await findSigner(request, store);
  if (!signer.ok) {
    return signer.reason.code === 'storage-failed' ? signer : failed(request, limits, signer.reason);
  }
  const allowed = await limits.kiosk(request, signer.value.kiosk);
  return allowed.ok ? signer : allowed;
}

/** Guesses are counted by address. */
export async function failed(
  request: FastifyRequest,
  limits: Limits,
  refusal: Refusal,
): Promise<Result<never, Refusal>> {
  const allowed = await limits.failure(request, request.ip);
  return allowed.ok ? err(refusal) : allowed;
}

function readAsked(route: Route, request: FastifyRequest): Result<Asked<unknown, unknown>, Refusal> {
  const json = route.method === 'GET' ? ok({}) : parseJson(rawBody(request));
  if (!json.ok) return json;
  const body = route.body.safeParse(json.value);
  const query = route.query.safeParse({ ...(request.query as object) });
  if (!body.success || !query.success) return err(refuse('bad-request'));
  return ok({ body: body.data, query: query.data, requestId: request.id });
}

export function parseJson(bytes: Buffer): Result<unknown, Refusal> {
  if (bytes.length === 0) return ok({});
  try {
    return ok(JSON.parse(bytes.toString('utf8')) as unknown);
  } catch {
    return err(refuse('bad-request'));
  }
}

function sendOutput(reply: FastifyReply, output: unknown): FastifyReply {
  if (output instanceof JsonText) return reply.type('application/json; charset=utf-8').send(output.text);
  if (output instanceof Download) return reply.type(output.contentType).send(Readable.from(output.parts));
  return reply.send(output ?? {});
}
