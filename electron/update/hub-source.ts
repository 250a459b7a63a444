import type { KeyObject } from 'node:crypto';
import { request } from 'undici';
import { signRequest } from '../../domain/protocol/signing.ts';
import { createPinnedPool, isPinnedTo, type Patience } from '../uplink/pinned-pool.ts';
import { describeAddress, type HubTarget } from '../uplink/hub-target.ts';
import type { UpdateSource } from './update-source.ts';

export interface HubSourceParts {
  readonly target: Pick<HubTarget, 'address' | 'pin' | 'kiosk'>;
  readonly kioskKey: KeyObject;
  readonly limits?: Patience;
}

/** `GET /v1/updates/…` of the kiosk's own hub: on the pinned line, and signed as every request of a kiosk. */
export function openHubSource({ target, kioskKey, limits }: HubSourceParts): UpdateSource {
  const { address, pin, kiosk } = target;
  const pool = createPinnedPool(address, { isPinned: isPinnedTo(pin), ...(limits && { limits }) });
  const origin = `https://${describeAddress(address)}`;
  return {
    name: 'hub',
    async open(name, { range, signal }) {
      const path = `/v1/updates/${name}`;
      const signed = signRequest({ method: 'GET', path, body: '', keyId: kiosk, privateKey: kioskKey });
      const headers: Record<string, string> = { ...signed };
      if (range !== null) headers['range'] = `bytes=${range.start}-${range.end ?? ''}`;
      const answer = await request(`${origin}${path}`, { dispatcher: pool, headers, signal });
      const received = Object.entries(answer.headers).map(([key, value]) => [key, String(value)]);
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(received) as Record<string, string>,
        body: answer.body,
      };
    },
    close: () => pool.destroy(),
  };
}
