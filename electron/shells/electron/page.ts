import type { ShownPage } from '../../health/page-window.ts';

/** The page's own scheme: `file:` pages have more rights than a kiosk's page may have (Electron's security checklist, 18). */
export const scheme = 'foyer';
export const host = 'app';
/** By what they show. */
export const pages: Readonly<Record<ShownPage, string>> = {
  kiosk: `${scheme}://${host}/index.html`,
  resting: `${scheme}://${host}/resting.html`,
};

/** By parts, because to `URL` the origin of a scheme that it does not know is "null". */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${scheme}:` && url.host === host;
}
