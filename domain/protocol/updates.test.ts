import { generateKeyPairSync, sign } from 'node:crypto';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { readRelease } from './updates.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const plain = {
  version: '0.2.0',
  files: [{ url: 'foyer_0.2.0_amd64.deb', sha512: Buffer.alloc(64).toString('base64'), size: 10 }],
  foyer: { channel: 'latest-chromium', journalSchema: 3 },
};

function read(description: unknown, { key = privateKey, channel = 'latest-chromium' as const, spoil = false } = {}) {
  const bytes = Buffer.from(typeof description === 'string' ? description : dump(description));
  const signature = sign(null, bytes, key).toString('base64');
  if (spoil) bytes[bytes.indexOf('2')] = '3'.charCodeAt(0);
  return readRelease({ description: bytes, signature, channel, publicKey });
}

describe('a description of a release', () => {
  it('is believed when its signature holds', () => {
    expect(read(plain)).toMatchObject({ ok: true, value: plain });
  });

  it('is not without one, with one of another key, nor when a digit was changed', () => {
    const bytes = Buffer.from(dump(plain));
    const unsigned = readRelease({ description: bytes, signature: null, channel: 'latest', publicKey });
    expect(unsigned).toEqual({ ok: false, reason: 'unsigned' });
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(read(plain, { key: other })).toEqual({ ok: false, reason: 'wrong-signature' });
    expect(read(plain, { spoil: true })).toEqual({ ok: false, reason: 'wrong-signature' });
    const odd = { description: bytes, signature: 'YQ==', channel: 'latest', publicKey } as const;
    expect(readRelease(odd)).toEqual({ ok: false, reason: 'wrong-signature' });
  });

  it('made for one kind of kiosk is refused by the others', () => {
    expect(read({ ...plain, foyer: { ...plain.foyer, channel: 'latest' } })).toEqual({
      ok: false,
      reason: 'other-channel',
    });
  });

  it.each([
    ['a path that leads elsewhere', { ...plain, files: [{ ...plain.files[0], url: '../../etc/passwd' }] }],
    ['no size', { ...plain, files: [{ url: 'a.deb', sha512: plain.files[0]?.sha512 }] }],
    ['a version that is no number', { ...plain, version: 'latest' }],
    ['no word about the journal', { version: plain.version, files: plain.files }],
    ['no YAML', '{ version: ['],
  ])('though signed, is refused with %s', (_what, description) => {
    expect(read(description)).toEqual({ ok: false, reason: 'malformed' });
  });
});
