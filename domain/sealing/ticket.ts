import { createCipheriv, createDecipheriv, hkdf, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { attendeeDetailsSchema, type AttendeeDetails, type LockedAttendee } from '../attendee.ts';
import { err, ok, type Result } from '../result.ts';

/** What a ticket code gives: the place of its entry among the others, and the key that opens it. */
export interface Ticket {
  /** 16 bytes, base64url. */
  readonly index: string;
  /** 32 bytes for AES-256-GCM. */
  readonly key: Uint8Array;
}

/**
 * RFC 7914: 32 MB and 60 to 90 ms a try on a small machine, once for a visitor and once for each line of the organiser's list. All entries
 * of an event share a salt, because a kiosk must find one among 50,000 with a single derivation.
 */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const indexBytes = 16;
const keyBytes = 32;
const paddingBytes = 256;

/** How a code is compared: scanned or typed, with or without dashes and spaces, in any case and width. */
export function normaliseTicketCode(code: string): string {
  const normal = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  // Capitals of some Greek letters, and a mark that stood behind a dash, join with what is beside them only then.
  return normal === code ? code : normaliseTicketCode(normal);
}

/** A random UUID (RFC 9562, version 4) has 122 bits that nobody guesses; every other code may have few. */
function isUnguessable(normal: string): boolean {
  return /^[0-9A-F]{12}4[0-9A-F]{3}[89AB][0-9A-F]{15}$/.test(normal);
}

const stretch = promisify<string, string, number, typeof cost, Buffer>(scrypt);
const expand = promisify(hkdf);

/**
 * scrypt (RFC 7914), or HKDF-SHA-256 (RFC 5869) for codes that cannot be guessed.
 * @param sealingKey of the event: what makes the derivation this event's own
 */
export async function deriveTicket(code: string, sealingKey: string): Promise<Ticket> {
  const normal = normaliseTicketCode(code);
  const salt = `foyer-ticket-1 ${sealingKey}`;
  const derived = isUnguessable(normal)
    ? Buffer.from(await expand('sha256', normal, salt, 'foyer-ticket-1', indexBytes + keyBytes))
    : await stretch(normal, salt, indexBytes + keyBytes, cost);
  return { index: derived.subarray(0, indexBytes).toString('base64url'), key: derived.subarray(indexBytes) };
}

/** @param random that many random bytes */
export function lockAttendee(
  details: AttendeeDetails,
  { index, key }: Ticket,
  random: (size: number) => Uint8Array = randomBytes,
): LockedAttendee {
  const text = Buffer.from(JSON.stringify(details));
  const padded = Buffer.alloc(Math.ceil(text.length / paddingBytes) * paddingBytes, 0x20);
  text.copy(padded);
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundText(index));
  const sealed = Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  return { index, ciphertext: sealed.toString('base64url') };
}

/** `cannot-open`: another code's entry, or changed since. */
export function unlockAttendee(
  { ciphertext }: LockedAttendee,
  { index, key }: Ticket,
): Result<AttendeeDetails, 'cannot-open'> {
  const sealed = Buffer.from(ciphertext, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(boundText(index));
    decipher.setAuthTag(sealed.subarray(-16));
    const text = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    return ok(attendeeDetailsSchema.parse(JSON.parse(text.toString('utf8'))));
  } catch {
    return err('cannot-open');
  }
}

function boundText(index: string): Buffer {
  return Buffer.from(`foyer-attendee-1 ${index}`);
}
