import { sign, type KeyObject } from 'node:crypto';
import type { CheckIn } from '../attendee.ts';
import { signedBytes, type UnsignedRecord } from '../kiosk-record.ts';
import type { Registration } from '../registration.ts';
import { err, ok, type Result } from '../result.ts';
import { associatedData, type SealedEnvelope, type SealedRecord } from '../sealed-record.ts';
import { readSealingKey, sealJson } from './hpke.ts';

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
export function createSealer({ sealingKey, kioskKey }: SealerKeys): Promise<Result<Sealer, 'sealing-key'>> {
  return createSealerWith({ sealingKey, sign: (bytes) => sign(null, bytes, kioskKey).toString('base64url') });
}

/** The same for who keeps its key to itself. @param writer `sign`: Ed25519, base64url */
export async function createSealerWith(writer: {
  readonly sealingKey: string;
  readonly sign: (bytes: Uint8Array) => string;
}): Promise<Result<Sealer, 'sealing-key'>> {
  const recipientPublicKey = await readSealingKey(writer.sealingKey);
  if (recipientPublicKey === null) return err('sealing-key');
  const signature = (record: UnsignedRecord) => writer.sign(signedBytes(record));
  return ok({
    async seal(envelope, content) {
      const context = { purpose: 'foyer registration', associatedData: associatedData(envelope) } as const;
      const unsigned = { ...envelope, ...(await sealJson(content, recipientPublicKey, context)) };
      return { ...unsigned, signature: signature(unsigned) };
    },
    sign: (record) => ({ ...record, signature: signature(record) }),
  });
}
