import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSameSecret, type Tickets } from './tickets.ts';

export interface GuardParts {
  readonly tickets: Tickets;
  /** `127.0.0.1:PORT`, known once the server listens. */
  readonly authority: () => string;
}

const refusal = 'Foyer is shown in its own window on this machine. This address does not open it.\n';

/** Before any route, also before "not found": what does not come from our own page gets one plain answer that says nothing else. */
export function createGuard({ tickets, authority }: GuardParts) {
  const cookieName = () => `foyer-${authority().split(':')[1] ?? ''}`;

  return async function guard(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (!comesFromHere(request, authority())) return refuse(reply);
    const asked = readTicket(request);
    if (asked !== null) {
      const { ticket, page } = asked;
      if (request.method !== 'GET' || !tickets.redeem(ticket)) return refuse(reply);
      // No `Secure`, because it is plain HTTP; the name holds the port, because cookies know no ports.
      void reply.setCookie(cookieName(), tickets.secret, { path: '/', httpOnly: true, sameSite: 'strict' });
      return reply.header('cache-control', 'no-store').redirect(page, 303);
    }
    const cookie = request.cookies[cookieName()];
    return cookie !== undefined && isSameSecret(cookie, tickets.secret) ? undefined : refuse(reply);
  };
}

/**
 * The Host header defeats a foreign name that resolves to 127.0.0.1 (DNS rebinding); the Origin header, which a browser sends with
 * every POST, a foreign page.
 */
function comesFromHere({ headers, method }: FastifyRequest, authority: string): boolean {
  if (headers.host !== authority) return false;
  if (headers.origin === undefined) return method === 'GET' || method === 'HEAD';
  return headers.origin === `http://${authority}`;
}

/** What a window may begin with. */
const firstPages = ['/', '/resting.html'];

function readTicket(request: FastifyRequest): { ticket: string; page: string } | null {
  const { pathname, searchParams } = new URL(request.url, 'http://kiosk');
  const page = firstPages.find((each) => each === pathname);
  const ticket = searchParams.get('ticket');
  return page === undefined || ticket === null ? null : { ticket, page };
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(403).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(refusal);
}
