import { registrationSchema, type Registration } from '../../domain/registration.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { associatedData, type SealedRecord } from '../../domain/sealed-record.ts';
import { sealingPurpose, suite } from './seal.ts';

/**
 * What `seal` closed. `cannot-open`: sealed to another event's key, or changed since.
 * @param privateKey of the event, from `openEventKey`
 */
export async function openRecord(
  record: SealedRecord,
  privateKey: CryptoKey,
): Promise<Result<Registration, 'cannot-open'>> {
  const context = { recipientKey: privateKey, enc: toBytes(record.encapsulatedKey), info: sealingPurpose };
  try {
    const text = await suite.open(context, toBytes(record.ciphertext), associatedData(record));
    return ok(registrationSchema.parse(JSON.parse(new TextDecoder().decode(text))));
  } catch {
    return err('cannot-open');
  }
}

function toBytes(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}
