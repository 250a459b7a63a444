/** The page's own scheme: `file:` pages have more rights than a kiosk's page may have (Electron's security checklist, 18). */
export const scheme = 'foyer';
export const host = 'app';
export const startPage = `${scheme}://${host}/index.html`;

/** By parts, because to `URL` the origin of a scheme that it does not know is "null". */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${scheme}:` && url.host === host;
}
