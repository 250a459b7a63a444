import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Store } from '../../../hub/store/store.ts';
import { must } from './hub-store.ts';

/** A kiosk as far as a hub can tell: a name and a key. */
export interface Sender {
  readonly kiosk: string;
  readonly privateKey: KeyObject;
  /** Ed25519, base64url. */
  readonly publicKey: string;
}

/** Puts kiosks `B1`, `B2` … into a hub's store, past enrolment, which is once in an event's life. */
export async function admitSenders(store: Store, count: number): Promise<Sender[]> {
  const senders: Sender[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const sender = { kiosk: `B${number}`, privateKey, publicKey: publicKey.export({ format: 'jwk' }).x ?? '' };
    must(await store.kiosks.admit({ kiosk: sender.kiosk, position: null, publicKey: sender.publicKey }));
    senders.push(sender);
  }
  return senders;
}
