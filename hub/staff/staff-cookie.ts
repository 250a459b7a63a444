import type {} from '@fastify/cookie';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'foyer-staff';
const attributes = { path: '/v1', httpOnly: true, secure: true, sameSite: 'strict' } as const;

/** Without a life of its own: it ends with the browser, and the session at the hub before that. */
export function setCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(name, token, attributes);
}

export function clearCookie(reply: FastifyReply): void {
  void reply.clearCookie(name, attributes);
}

export function readCookie(request: FastifyRequest): string | null {
  return request.cookies[name] ?? null;
}

/**
 * Whether a browser sent this from the hub's own page: a page elsewhere can make a browser send something, but not lie about where from
 * (Fetch, section 3.2, `Origin`; Fetch Metadata, `Sec-Fetch-Site`).
 */
export function comesFromOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return headers.origin === `https://${headers.host ?? ''}` && (site === undefined || site === 'same-origin');
}
