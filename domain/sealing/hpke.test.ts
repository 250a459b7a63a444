import { beforeAll, describe, expect, it } from 'vitest';
import { openJson, readSealingKey, sealJson, suite, type Sealed } from './hpke.ts';

const context = { purpose: 'foyer registration', associatedData: new TextEncoder().encode('envelope') } as const;
const refused = { ok: false, reason: 'cannot-open' };
let publicKey: CryptoKey;
let privateKey: CryptoKey;
let otherPrivateKey: CryptoKey;

beforeAll(async () => {
  ({ publicKey, privateKey } = await suite.kem.generateKeyPair());
  ({ privateKey: otherPrivateKey } = await suite.kem.generateKeyPair());
});

describe('sealed JSON', () => {
  it.each([{ name: '陳大文' }, ['a', 1, null], 'text', {}, { long: 'x'.repeat(5000) }])(
    'opens as %j',
    async (value) => {
      const sealed = await sealJson(value, publicKey, context);
      expect(await openJson(sealed, privateKey, context)).toEqual({ ok: true, value });
    },
  );

  it('does not tell how long a text is, in steps of 512 bytes, and the tag', async () => {
    const lengths = await Promise.all(
      [0, 1, 100, 500, 511].map(async (length) => {
        const { ciphertext } = await sealJson('x'.repeat(length), publicKey, context);
        return Buffer.from(ciphertext, 'base64url').length;
      }),
    );
    expect(lengths).toEqual([528, 528, 528, 528, 1040]);
  });

  it('opens with its own key, for its own purpose and beside its own envelope only', async () => {
    const sealed = await sealJson('text', publicKey, context);
    const moved = { ...context, associatedData: new TextEncoder().encode('other') };
    expect(await openJson(sealed, otherPrivateKey, context)).toEqual(refused);
    expect(await openJson(sealed, privateKey, { ...context, purpose: 'foyer attendee' })).toEqual(refused);
    expect(await openJson(sealed, privateKey, moved)).toEqual(refused);
  });

  it.each<[string, (sealed: Sealed) => Sealed]>([
    ['an encapsulated key of no length', (sealed) => ({ ...sealed, encapsulatedKey: 'AA' })],
    ['no encapsulated key', (sealed) => ({ ...sealed, encapsulatedKey: '' })],
    ['no ciphertext', (sealed) => ({ ...sealed, ciphertext: '' })],
    ['a changed ciphertext', (sealed) => ({ ...sealed, ciphertext: `AAAA${sealed.ciphertext.slice(4)}` })],
  ])('with %s stays closed and does not throw', async (_what, change) => {
    const sealed = await sealJson('text', publicKey, context);
    expect(await openJson(change(sealed), privateKey, context)).toEqual(refused);
  });
});

describe('readSealingKey', () => {
  it('reads a public key that can be sealed to', async () => {
    const written = Buffer.from(await suite.kem.serializePublicKey(publicKey)).toString('base64url');
    const key = await readSealingKey(written);
    if (key === null) throw new Error('the key was not read');
    const sealed = await sealJson('text', key, context);
    expect(await openJson(sealed, privateKey, context)).toEqual({ ok: true, value: 'text' });
  });

  it.each([
    ['', 'nothing'],
    ['A'.repeat(20), 'too short'],
    ['A'.repeat(43), 'the point zero, to which every secret is the same'],
  ])('refuses %j: %s', async (written) => {
    expect(await readSealingKey(written)).toBeNull();
  });
});
