import { sign, type KeyObject } from 'node:crypto';
import type { CheckIn } from '../../domain/attendee.ts';
import { signedBytes, type UnsignedRecord } from '../../domain/kiosk-record.ts';
import type { Registration } from '../../domain/registration.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { associatedData, type SealedEnvelope, type SealedRecord } from '../../domain/sealed-record.ts';
import { readSealingKey, sealJson } from '../../domain/sealing/hpke.ts';

export interface Sealer {
  seal(envelope: SealedEnvelope, content: Registration | CheckIn): Promise<SealedRecord>;
  /** The kiosk's signature on a record that names no one. */
  sign<Record extends UnsignedRecord>(record: Record): Record & { signature: string };
}

export interface SealerKeys {
  /** The event's, 32 bytes as base64url. */
  readonly sealingKey: string;
  /** The kiosk's, Ed25519, private. */
  readonly kioskKey: KeyObject;
}

/** `sealing-key`: those 32 bytes are no point that can be sealed to (RFC 7748, section 6.1), found at the start and not at the first visitor. */
export async function createSealer({ sealingKey, kioskKey }: SealerKeys): Promise<Result<Sealer, 'sealing-key'>> {
  const recipientPublicKey = await readSealingKey(sealingKey);
  if (recipientPublicKey === null) return err('sealing-key');
  const signature = (record: UnsignedRecord) => sign(null, signedBytes(record), kioskKey).toString('base64url');
  return ok({
    async seal(envelope, content) {
      const context = { purpose: 'foyer registration', associatedData: associatedData(envelope) } as const;
      const unsigned = { ...envelope, ...(await sealJson(content, recipientPublicKey, context)) };
      return { ...unsigned, signature: signature(unsigned) };
    },
    sign: (record) => ({ ...record, signature: signature(record) }),
  });
}
