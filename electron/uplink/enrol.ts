import { createHash, type KeyObject } from 'node:crypto';
import { enrolledSchema, parseEnrolmentCode, toFingerprint } from '../../domain/protocol/enrolment.ts';
import type { HubErrorCode } from '../../domain/protocol/words.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StartFailure } from '../start-failure.ts';
import type { Enrolment } from './enrolment-file.ts';
import { createHubClient } from './hub-client.ts';
import { describeAddress, type HubAddress } from './hub-target.ts';
import type { Patience } from './pinned-pool.ts';
import { exportPublicKey, isOwnCertificate } from './verify-certificate.ts';

export interface EnrolParts {
  readonly address: HubAddress;
  /** As the technician typed it. */
  readonly code: string;
  readonly kioskKey: KeyObject;
  /** Which of the kiosks in event.json this one wants to be; null leaves it to the hub. */
  readonly position: string | null;
  /** Under which names, for which events, the journal holds records already. */
  readonly streams: readonly { readonly event: string; readonly kiosk: string }[];
  readonly limits?: Patience;
}

/**
 * Why a kiosk was not enrolled: the hub's own word, `unreachable` when nothing that is a hub answers, `other-hub` when one with another
 * key does, `other-certificate` when the answer vouches for another machine.
 */
export type EnrolRefusal = HubErrorCode | 'not-a-code' | 'unreachable' | 'other-hub' | 'other-certificate';

/** The message is for whoever started the kiosk with flags. */
export interface EnrolFailure extends StartFailure {
  readonly refusal: EnrolRefusal;
}

export interface Enrolled {
  readonly enrolment: Enrolment;
  /** Milliseconds since 1970 by the hub's clock, when it said so. */
  readonly hubTime: number | null;
}

/** Asks a hub to take this kiosk in, once. Only a hub whose key has the code's fingerprint hears of it. */
export async function enrol({
  address,
  code,
  kioskKey,
  position,
  streams,
  limits,
}: EnrolParts): Promise<Result<Enrolled, EnrolFailure>> {
  const parsed = parseEnrolmentCode(code);
  if (!parsed.ok) {
    return refuse(
      'not-a-code',
      'The enrolment code has 24 letters and digits in six groups of four. Compare it with what the hub shows.',
    );
  }
  const { fingerprint, secret } = parsed.value;
  const where = describeAddress(address);
  const found: Uint8Array[] = [];
  const isPinned = (digest: Uint8Array) => {
    found.push(digest);
    return toFingerprint(digest) === fingerprint;
  };
  const client = createHubClient({ address, isPinned, signer: null, ...(limits && { limits }) });
  const publicKey = exportPublicKey(kioskKey);
  try {
    const answer = await client.ask({
      method: 'POST',
      path: '/v1/enrolments',
      body: { secret, publicKey, position, streams },
      answer: enrolledSchema,
    });
    const digest = found.at(-1);
    if (digest !== undefined && toFingerprint(digest) !== fingerprint) {
      return refuse(
        'other-hub',
        `What answers at ${where} is not the hub that made the code: its key is another. Check --hub and the code.`,
      );
    }
    if (!answer.ok) return refuse(answer.reason.word ?? 'unreachable', describeRefusal(answer.reason.word, where));
    if (digest === undefined || !isOwnCertificate(answer.value, publicKey)) {
      return refuse(
        'other-certificate',
        `The hub at ${where} answered with a certificate that is not this kiosk’s. Make a new code and try again.`,
      );
    }
    const { certificate, hubKey, now: hubTime = null } = answer.value;
    const head = { format: 'foyer-enrolment-1' as const, address, pin: toText(digest) };
    return ok({ enrolment: { ...head, certificate, hubKey, code: digestCode(secret) }, hubTime });
  } finally {
    await client.close();
  }
}

function toText(digest: Uint8Array): string {
  return Buffer.from(digest).toString('base64url');
}

/** To tell whether a code was used already. */
export function digestCode(secret: string): string {
  return createHash('sha256').update(`foyer-enrolment-code ${secret}`).digest('base64url');
}

function refuse(refusal: EnrolRefusal, message: string): Result<never, EnrolFailure> {
  return err({ code: 'enrolment', refusal, message });
}

const refusals: Partial<Record<HubErrorCode, string>> = {
  'wrong-code': 'The hub does not know this code: it was mistyped, or is older than a day. Make a new one.',
  'code-used': 'Another machine has used this code. Each machine needs its own: make a new one.',
  'code-expired': 'This code is older than ten minutes. Make a new one and use it at once.',
  'kiosk-taken':
    'This kiosk has taken registrations under a name that another kiosk of the hub has. Take them off with `npm run event -- open`, then enrol it with a new data folder (--data). The code stays good.',
  'too-many-requests': 'Too many codes were tried. Wait a minute, then try again.',
  unavailable: 'The hub has no event yet, or is starting. Load the event there, then try again.',
};

function describeRefusal(word: HubErrorCode | null, where: string): string {
  if (word === null) {
    return `No hub answers at ${where}. Check that it runs, that this machine is on the same network, and what --hub says.`;
  }
  return refusals[word] ?? `The hub at ${where} did not take this kiosk in (${word}). Look at the hub’s log.`;
}
