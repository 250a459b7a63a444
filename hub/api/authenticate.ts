import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { verifyRequest, type SignatureFault } from '../../domain/protocol/signing.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readEd25519 } from '../identity/ed25519.ts';
import type { Kiosk, Store } from '../store/store.ts';
import { refuse, type Refusal } from './refusal.ts';

/** The body as it came; nothing reads it before it is known who sent it. */
export function rawBody(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

function verify(request: FastifyRequest, findKey: Parameters<typeof verifyRequest>[1]) {
  const { method, headers } = request;
  return verifyRequest({ method, headers, path: request.raw.url ?? '', body: rawBody(request) }, findKey);
}

/** Asked of the store each time, so that a revocation holds from the next request on. */
export async function findSigner(request: FastifyRequest, store: Store): Promise<Result<Kiosk, Refusal>> {
  const found: { kiosk: Kiosk | null; hasFailed: boolean } = { kiosk: null, hasFailed: false };
  const signer = await verify(request, async (keyId) => {
    const kiosk = await store.kiosks.find(keyId);
    if (!kiosk.ok) found.hasFailed = true;
    else found.kiosk = kiosk.value;
    return found.kiosk && readEd25519(found.kiosk.publicKey);
  });
  if (found.hasFailed) return err(refuse('storage-failed'));
  if (!signer.ok) return err(refuse(words[signer.reason]));
  const { kiosk } = found;
  if (kiosk === null) return err(refuse('unknown-kiosk'));
  return kiosk.isRevoked ? err(refuse('kiosk-revoked')) : ok(kiosk);
}

/** Every kiosk was enrolled by some hub; one that this hub has never heard of, by another. */
const words = {
  unsigned: 'unknown-kiosk',
  'wrong-signature': 'unknown-kiosk',
  'unknown-key': 'unknown-epoch',
} as const satisfies Record<SignatureFault, Refusal['code']>;

/** Whether the request is signed with the key that it brings along. */
export async function isSignedBy(
  request: FastifyRequest,
  { keyId, publicKey }: { keyId: string; publicKey: string },
): Promise<boolean> {
  const signer = await verify(request, (name) => (name === keyId ? readEd25519(publicKey) : null));
  return signer.ok;
}

/** In a time that does not depend on how much of the token is right. */
export function hasToken(request: FastifyRequest, token: string): boolean {
  const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const [left, right] = [given, token].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
