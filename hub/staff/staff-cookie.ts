import { fastifyCookie as cookie } from '@fastify/cookie';
import type { IncomingHttpHeaders } from 'node:http';

const name = 'foyer-staff';
const attributes = { path: '/v1', httpOnly: true, secure: true, sameSite: 'strict' } as const;

/** Without a life of its own: it ends with the browser, and the session at the hub before that. */
export function writeCookie(token: string): string {
  return cookie.serialize(name, token, attributes);
}

export function removeCookie(): string {
  return cookie.serialize(name, '', { ...attributes, maxAge: 0 });
}

export function readCookie(header: string | undefined): string | null {
  return cookie.parse(header ?? '')[name] ?? null;
}

/**
 * Whether a browser sent this from the hub's own page: a page elsewhere can make a browser send something, but not lie about where from
 * (Fetch, section 3.2, `Origin`; Fetch Metadata, `Sec-Fetch-Site`).
 */
export function comesFromOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return headers.origin === `https://${headers.host ?? ''}` && (site === undefined || site === 'same-origin');
}
