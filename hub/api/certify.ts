import { certificateBytes, type EnrolmentAnswer, type KioskCertificate } from '../../domain/protocol/enrolment.ts';
import { holds } from '../identity/ed25519.ts';
import type { Identity } from '../identity/identity.ts';
import type { Kiosk } from '../store/store.ts';

/** The hub's word that the key is this kiosk's. */
export function certify(
  { kiosk, position, publicKey }: Pick<Kiosk, 'kiosk' | 'position' | 'publicKey'>,
  { identity, epoch, event }: { identity: Identity; epoch: string; event: string },
): EnrolmentAnswer {
  const unsigned = { epoch, event, kiosk, position, publicKey };
  const signature = identity.sign(certificateBytes(unsigned));
  return { certificate: { ...unsigned, signature }, hubKey: identity.hubKey };
}

/** Whether this hub, or one with the same identity before it, gave the certificate. */
export function isOwnCertificate(certificate: KioskCertificate, { hubKey }: Identity): boolean {
  const { signature } = certificate;
  return holds({ bytes: certificateBytes(certificate), signature, publicKey: hubKey });
}
