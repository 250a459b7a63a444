import { isIPv4 } from 'node:net';
import { Bonjour, type Service } from 'bonjour-service';
import { hubServiceTextSchema, hubServiceType } from '../../domain/protocol/hub-service.ts';
import type { HubAddress } from '../uplink/hub-target.ts';

/** A hub that announced itself. What it says of itself is only a hint. */
export interface HeardHub {
  /** Where it may be, the likeliest first. */
  readonly addresses: readonly HubAddress[];
  readonly fingerprint: string | null;
}

/** The interface, address and port of mDNS; the usual ones unless a test has its own. */
export interface SearchSocket {
  readonly interface?: string;
  readonly bind?: string;
  readonly port?: number;
}

/** Listens for hubs on the network (mDNS, RFC 6762) until it is stopped. Where the network cannot be asked, none is heard. */
export function findHubs(onHub: (hub: HeardHub) => void, socket: SearchSocket = {}): { stop(): Promise<void> } {
  const bonjour = new Bonjour(socket, () => undefined);
  const browser = bonjour.find({ type: hubServiceType }, (service) => {
    const hub = readService(service);
    if (hub !== null) onHub(hub);
  });
  // One question may get lost; answers that were heard before are not told again.
  const again = setInterval(() => {
    browser.update();
  }, askAgainMilliseconds);
  return {
    stop: () =>
      new Promise((resolve) => {
        clearInterval(again);
        bonjour.destroy(resolve);
      }),
  };
}

const askAgainMilliseconds = 1000;
/** A machine has some networks; what names more is no hub. */
const mostAddresses = 8;

function readService({ port, host, addresses = [], referer, txt }: Service): HeardHub | null {
  if (port < 1 || port > 65_535) return null;
  const numbers = [...(referer === undefined ? [] : [referer.address]), ...addresses].filter((each) => isIPv4(each));
  const hosts = new Set([...numbers, host.replace(/\.$/, '')].filter((each) => each !== ''));
  const { fingerprint = null } = hubServiceTextSchema.parse(txt);
  return { addresses: [...hosts].slice(0, mostAddresses).map((each) => ({ host: each, port })), fingerprint };
}
