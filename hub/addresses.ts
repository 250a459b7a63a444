import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

interface Listening {
  readonly host: string;
  readonly port: number;
}

/** `127.0.0.1:7443`, `[::1]:7443` */
export function formatAddress({ host, port }: Listening): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Where this machine's own commands reach the hub. */
export function toLocalAddress({ host, port }: Listening): string {
  return formatAddress({ host: isEverywhere(host) ? '127.0.0.1' : host, port });
}

/** Where other machines reach it, IPv4 first: it is what people can type. */
export function listAddresses({ host, port }: Listening): string[] {
  if (!isEverywhere(host)) return [formatAddress({ host, port })];
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const outside = all.filter(({ internal, address }) => !internal && !address.startsWith('fe80'));
  const sorted = outside.toSorted((a, b) => a.family.localeCompare(b.family));
  return [...sorted.map(({ address }) => address), '127.0.0.1'].map((each) => formatAddress({ host: each, port }));
}
