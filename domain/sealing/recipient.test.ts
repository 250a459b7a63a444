import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJson, sealJson, suite } from './hpke.ts';
import { createRecipient } from './recipient.ts';

async function createKeys() {
  const pair = await suite.kem.generateKeyPair();
  const recipient = createRecipient(new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)));
  return { pair, recipient };
}

describe('a recipient', () => {
  it('opens whatever the library seals, as the library opens it', async () => {
    const { pair, recipient } = await createKeys();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.uint8Array({ maxLength: 100 }), async (value, bound) => {
        const associatedData = new Uint8Array(bound);
        const context = { purpose: 'foyer registration', associatedData } as const;
        const sealed = await sealJson(value, pair.publicKey, context);
        const opened = recipient.open(sealed, context);
        expect(opened.ok).toBe(true);
        expect(opened).toEqual(await openJson(sealed, pair.privateKey, context));
      }),
      { numRuns: 40 },
    );
  });

  it('opens nothing that was changed, moved, or sealed to another key or for another purpose', async () => {
    const { pair, recipient } = await createKeys();
    const other = await createKeys();
    const context = { purpose: 'foyer registration', associatedData: new Uint8Array([1]) } as const;
    const sealed = await sealJson({ name: '陳大文' }, pair.publicKey, context);
    expect(recipient.open(sealed, context)).toEqual({ ok: true, value: { name: '陳大文' } });
    const refused = { ok: false, reason: 'cannot-open' };
    expect(other.recipient.open(sealed, context)).toEqual(refused);
    expect(recipient.open(sealed, { ...context, purpose: 'foyer attendee' })).toEqual(refused);
    expect(recipient.open(sealed, { ...context, associatedData: new Uint8Array([2]) })).toEqual(refused);
    const bytes = Buffer.from(sealed.ciphertext, 'base64url');
    bytes[7] = (bytes[7] ?? 0) ^ 1;
    expect(recipient.open({ ...sealed, ciphertext: bytes.toString('base64url') }, context)).toEqual(refused);
    expect(recipient.open({ ...sealed, ciphertext: '' }, context)).toEqual(refused);
    for (const encapsulatedKey of ['', 'AAAA', Buffer.alloc(32).toString('base64url')])
      expect(recipient.open({ ...sealed, encapsulatedKey }, context)).toEqual(refused);
  });
});
