import { isIPv4 } from 'node:net';
import { Bonjour } from 'bonjour-service';
import type { Logger } from 'pino';
import { hubServiceType } from '../domain/protocol/hub-service.ts';

export interface AdvertiseParts {
  readonly host: string;
  readonly port: number;
  /** Of the enrolment codes. */
  readonly fingerprint: string;
  readonly logger: Pick<Logger, 'warn'>;
  /** The interface, address and port of mDNS; the usual ones unless a test has its own. */
  readonly socket?: { readonly interface?: string; readonly bind?: string; readonly port?: number };
}

/**
 * Lets kiosks that were just installed find this hub (mDNS, RFC 6762), when other machines reach it. Where the network takes no multicast,
 * technicians type its address. @returns how to stop
 */
export function advertise({ host, port, fingerprint, logger, socket = {} }: AdvertiseParts): () => void {
  if (isLoopback(host)) return () => undefined;
  const bonjour = new Bonjour(socket, (error: unknown) => {
    logger.warn({ name: error instanceof Error ? error.name : typeof error }, 'the hub cannot be announced (mDNS)');
  });
  // Two hubs of one venue must not have one name.
  bonjour.publish({ name: `Foyer ${fingerprint.slice(0, 8)}`, type: hubServiceType, port, txt: { fingerprint } });
  return () => {
    bonjour.unpublishAll(() => {
      bonjour.destroy();
    });
  };
}

function isLoopback(host: string): boolean {
  return host === '::1' || host === 'localhost' || (isIPv4(host) && host.startsWith('127.'));
}
