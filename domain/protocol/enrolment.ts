import { z } from 'zod';
import { crockfordSymbols, normaliseCrockford } from '../crockford.ts';
import { slugSchema } from '../event.ts';
import { err, ok, type Result } from '../result.ts';
import { encode } from '../sealed-record.ts';
import { epochSchema } from './words.ts';

const fingerprintSymbols = 16;
const secretSymbols = 8;

/** What a technician types or scans into a kiosk: `7K3M-9QXT-…`, six groups of four. */
export interface EnrolmentCode {
  /** 80 bits of the SHA-256 of the hub's public TLS key (SubjectPublicKeyInfo), 16 symbols: the kiosk talks to that hub only. */
  readonly fingerprint: string;
  /** 40 random bits that open once, within ten minutes; 8 symbols. */
  readonly secret: string;
}

export const enrolmentCodeMinutes = 10;

export function formatEnrolmentCode({ fingerprint, secret }: EnrolmentCode): string {
  return (fingerprint + secret).replace(/.{4}(?=.)/g, '$&-');
}

/** Forgives what `normaliseCrockford` forgives. */
export function parseEnrolmentCode(typed: string): Result<EnrolmentCode, 'not-an-enrolment-code'> {
  const normal = normaliseCrockford(typed);
  if (normal.length !== fingerprintSymbols + secretSymbols) return err('not-an-enrolment-code');
  if ([...normal].some((symbol) => !crockfordSymbols.includes(symbol))) return err('not-an-enrolment-code');
  return ok({ fingerprint: normal.slice(0, fingerprintSymbols), secret: normal.slice(fingerprintSymbols) });
}

/** What a scanner reads from the code's picture at the hub: the hub's address and the code, in capitals. Null when it is something else. */
export function readScannedCode(text: string): { readonly address: string; readonly code: string } | null {
  const [, address, code = ''] = /^(\S+) (\S+)$/.exec(text.trim()) ?? [];
  return address === undefined || !parseEnrolmentCode(code).ok ? null : { address: address.toLowerCase(), code };
}

/** Five bits a symbol, from the first byte on. @param bytes at least five eighths of `length` */
export function toSymbols(bytes: Uint8Array, length: number): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length }, (_, at) => crockfordSymbols.charAt(parseInt(bits.slice(at * 5, at * 5 + 5), 2))).join(
    '',
  );
}

/** @param digest SHA-256 of the hub's SubjectPublicKeyInfo */
export function toFingerprint(digest: Uint8Array): string {
  return toSymbols(digest, fingerprintSymbols);
}

/** @param random at least 5 random bytes */
export function createEnrolmentSecret(random: Uint8Array): string {
  return toSymbols(random, secretSymbols);
}

const ed25519Key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The hub's word that a key is a kiosk's. A hub that lost its disk knows its kiosks again by it. */
export const kioskCertificateSchema = z.strictObject({
  epoch: epochSchema,
  event: slugSchema,
  /** The kiosk's name in records. A machine that takes the place of a lost one has a new name: `K3`, then `K3.2`. */
  kiosk: slugSchema,
  /** Which of the kiosks in event.json it is; null when it is none of them. */
  position: slugSchema.nullable(),
  /** Ed25519, 32 bytes, base64url. */
  publicKey: ed25519Key,
  /** Ed25519 of the hub over `certificateBytes`, base64url. */
  signature: z.string().regex(/^[A-Za-z0-9_-]+$/),
});
export type KioskCertificate = z.infer<typeof kioskCertificateSchema>;

export function certificateBytes(certificate: Omit<KioskCertificate, 'signature'>): Uint8Array<ArrayBuffer> {
  const { epoch, event, kiosk, position, publicKey } = certificate;
  return encode(['foyer-kiosk-certificate-1', epoch, event, kiosk, position, publicKey]);
}

/** POST /v1/enrolments, the only request that needs no signature of a known kiosk. */
export const enrolmentRequestSchema = z.strictObject({
  secret: z.string().length(secretSymbols),
  publicKey: ed25519Key,
  /** Of the kiosks in event.json; null lets the code, else the hub, choose. */
  position: slugSchema.nullable(),
  /** Under which names, for which events, its journal holds records already: the name stays, or they could never be sent. */
  streams: z
    .array(z.strictObject({ event: slugSchema, kiosk: slugSchema }))
    .max(100)
    .default([]),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

export const enrolmentAnswerSchema = z.object({
  certificate: kioskCertificateSchema,
  /** Ed25519, what certificates and purge orders are signed with. */
  hubKey: ed25519Key,
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswerSchema>;

/** What POST /v1/enrolments answers. */
export const enrolledSchema = enrolmentAnswerSchema.extend({
  /** Milliseconds since 1970 by the hub's clock: a technician is told when the kiosk's is far from it. Nothing is decided by it. */
  now: z.number().optional(),
});

/** POST /v1/readmissions, signed by the kiosk: the certificate of an earlier hub with the same key. Answer: `enrolmentAnswerSchema`. */
export const readmissionRequestSchema = z.strictObject({ certificate: kioskCertificateSchema });
