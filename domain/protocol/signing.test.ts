import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signRequest, verifyRequest, type SignatureHeaders } from './signing.ts';

const kiosk = generateKeyPairSync('ed25519');
const request = { method: 'POST', path: '/v1/feed?cursor=a', body: '{"a":1}' };
const headers = signRequest({ ...request, keyId: 'K1', privateKey: kiosk.privateKey });

function check(changes: Partial<typeof request & { headers: Record<keyof SignatureHeaders, string> }> = {}) {
  return verifyRequest({ ...request, headers: { ...headers }, ...changes }, (keyId) =>
    keyId === 'K1' ? kiosk.publicKey : null,
  );
}

describe('a signed request', () => {
  it('is the kiosk’s', async () => {
    expect(await check()).toEqual({ ok: true, value: 'K1' });
  });

  it('names what it covers, and nothing that depends on a clock or an address', () => {
    expect(headers['signature-input']).toBe(
      'foyer=("@method" "@path" "@query" "content-digest");keyid="K1";alg="ed25519"',
    );
  });

  it('may have no body and no query', async () => {
    const bare = { method: 'GET', path: '/v1/kiosk', body: '' };
    const signed = signRequest({ ...bare, keyId: 'K1', privateKey: kiosk.privateKey });
    expect(await check({ ...bare, headers: signed })).toEqual({ ok: true, value: 'K1' });
    expect(await check({ ...bare, path: '/v1/kiosk?a', headers: signed })).toMatchObject({ ok: false });
  });

  it.each<[string, Parameters<typeof check>[0]]>([
    ['method', { method: 'PUT' }],
    ['path', { path: '/v1/records?cursor=a' }],
    ['query', { path: '/v1/feed?cursor=b' }],
    ['body', { body: '{"a":2}' }],
    ['digest', { headers: { ...headers, 'content-digest': headers['content-digest'].replace('sha-256', 'sha-512') } }],
    [
      'covered parts',
      { headers: { ...headers, 'signature-input': headers['signature-input'].replace(' "@query"', '') } },
    ],
    [
      'algorithm',
      { headers: { ...headers, 'signature-input': headers['signature-input'].replace('ed25519', 'none') } },
    ],
    ['signature', { headers: { ...headers, signature: `foyer=:${Buffer.alloc(64).toString('base64')}:` } }],
    ['form', { headers: { ...headers, signature: 'foyer' } }],
  ])('is refused when its %s was changed', async (_part, changes) => {
    expect(await check(changes)).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  it.each(['content-digest', 'signature-input', 'signature'] as const)('is refused without %s', async (name) => {
    const rest = { ...headers, [name]: undefined };
    expect(await verifyRequest({ ...request, headers: rest }, () => kiosk.publicKey)).toEqual({
      ok: false,
      reason: 'unsigned',
    });
  });

  it('is refused under a name that nobody has, or that is another’s', async () => {
    const other = { ...headers, 'signature-input': headers['signature-input'].replace('K1', 'K2') };
    expect(await check({ headers: other })).toEqual({ ok: false, reason: 'unknown-key' });
    const stranger = generateKeyPairSync('ed25519').publicKey;
    const verified = await verifyRequest({ ...request, headers: { ...headers } }, () => stranger);
    expect(verified).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  it('lets a failure of the key’s source through, which is not the kiosk’s', async () => {
    const asked = verifyRequest({ ...request, headers: { ...headers } }, () => {
      throw new Error('the database is gone');
    });
    await expect(asked).rejects.toThrow();
  });
});

it('never takes header fields that it did not make', async () => {
  const fields = fc.record({ 'content-digest': fc.string(), 'signature-input': fc.string(), signature: fc.string() });
  await fc.assert(
    fc.asyncProperty(fields, async (forged) => {
      const digest = { ...forged, 'content-digest': headers['content-digest'] };
      expect(await check({ headers: forged })).toMatchObject({ ok: false });
      expect(await check({ headers: digest })).toMatchObject({ ok: false });
    }),
  );
});
