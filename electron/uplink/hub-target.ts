import type { KioskCertificate } from '../../domain/protocol/enrolment.ts';

/** Where a hub listens. */
export interface HubAddress {
  readonly host: string;
  readonly port: number;
}

/** A hub and the name that it knows this kiosk by. */
export interface HubTarget {
  readonly address: HubAddress;
  /** SHA-256 of the hub's public TLS key (SubjectPublicKeyInfo, DER), base64url: what the connection is pinned to. */
  readonly pin: string;
  /** Ed25519, 32 bytes, base64url: what purge orders are signed with. */
  readonly hubKey: string;
  readonly kiosk: string;
  /** Null for the kiosk's own, embedded hub, which knows it without. */
  readonly certificate: KioskCertificate | null;
}

export function describeAddress({ host, port }: HubAddress): string {
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

/** `192.168.1.20:7443`, `hub.local:7443`, `[fe80::1]:7443`; null when it is none. */
export function parseAddress(text: string): HubAddress | null {
  const [, bracketed, plain, digits] = /^(?:\[([0-9A-Fa-f:.%]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(text.trim()) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}
