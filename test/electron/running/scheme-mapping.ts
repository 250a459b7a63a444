/**
 * Chromium knows no scheme of ours, so `foyer://app/x` is loaded as `https://app.foyer.invalid/x`: a standard, secure origin as well,
 * and one that no name server knows (RFC 2606, 2). Only here; the app sees the addresses that it would see in Electron.
 */
const substituteTopLevel = 'invalid';

export function toChromiumAddress(address: string, schemes: readonly string[]): string {
  const url = URL.parse(address);
  const scheme = url?.protocol.slice(0, -1) ?? '';
  if (url === null || !schemes.includes(scheme)) return address;
  return `https://${url.host}.${scheme}.${substituteTopLevel}${url.pathname}${url.search}${url.hash}`;
}

export function toElectronAddress(address: string, schemes: readonly string[]): string {
  const url = URL.parse(address);
  const [topLevel, scheme, ...hosts] = url?.hostname.split('.').toReversed() ?? [];
  if (url?.protocol === 'blob:') return `blob:${toElectronAddress(address.slice('blob:'.length), schemes)}`;
  if (url?.protocol !== 'https:' || topLevel !== substituteTopLevel || !schemes.includes(scheme ?? '')) return address;
  return `${scheme ?? ''}://${hosts.toReversed().join('.')}${url.pathname}${url.search}${url.hash}`;
}
