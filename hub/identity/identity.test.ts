import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFingerprint } from '../../domain/protocol/enrolment.ts';
import { createCertificate } from './certificate.ts';
import { holds } from './ed25519.ts';
import { createIdentity } from './identity.ts';
import { deriveIdentityKeys, generateIdentityKeys } from './identity-keys.ts';
import { isDerivedFrom, openIdentity } from './open-identity.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-identity-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open(data = folder, eventKey: Uint8Array | null = null) {
  const opened = openIdentity(data, eventKey);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

describe('an identity', () => {
  it('is made once, and kept in one file that only this user reads', () => {
    const first = open();
    expect(open()).toMatchObject({ hubKey: first.hubKey, fingerprint: first.fingerprint });
    expect(readdirSync(folder)).toEqual(['identity.pem']);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'identity.pem')).mode & 0o777).toBe(0o600);
  });

  it('is not replaced when it cannot be read', () => {
    open();
    const torn = readFileSync(join(folder, 'identity.pem'), 'utf8').slice(0, 200);
    writeFileSync(join(folder, 'identity.pem'), torn);
    const opened = openIdentity(folder, null);
    expect(opened.ok ? '' : opened.reason).toMatch(/identity\.pem cannot be used: it does not hold both keys\. Check/);
    expect(readFileSync(join(folder, 'identity.pem'), 'utf8')).toBe(torn);
  });

  it('says where it cannot be written', () => {
    const opened = openIdentity(join(folder, 'missing'), null);
    expect(opened.ok ? '' : opened.reason).toContain('cannot be used');
  });

  it('signs with the key that it names', () => {
    const { hubKey, sign } = open();
    const bytes = new Uint8Array([1, 2, 3]);
    expect(holds({ bytes, signature: sign(bytes), publicKey: hubKey })).toBe(true);
    expect(holds({ bytes: new Uint8Array([1, 2, 4]), signature: sign(bytes), publicKey: hubKey })).toBe(false);
    expect(holds({ bytes, signature: sign(bytes), publicKey: 'no key' })).toBe(false);
  });
});

describe('an identity from the event’s key', () => {
  const eventKey = fc.uint8Array({ minLength: 32, maxLength: 32 });

  it('is the same on another disk, and another event’s is another', () => {
    fc.assert(
      fc.property(eventKey, eventKey, (one, other) => {
        fc.pre(!Buffer.from(one).equals(other));
        const [first, again, second] = [one, one, other].map((key) => createIdentity(deriveIdentityKeys(key)));
        expect([again?.hubKey, again?.fingerprint]).toEqual([first?.hubKey, first?.fingerprint]);
        expect(second?.hubKey).not.toBe(first?.hubKey);
        expect(second?.fingerprint).not.toBe(first?.fingerprint);
      }),
    );
  });

  it('stays the same for good: these were derived when the format was made', () => {
    const { hubKey, fingerprint } = createIdentity(deriveIdentityKeys(new Uint8Array(32).fill(7)));
    expect({ hubKey, fingerprint }).toEqual({
      hubKey: '5oOEBYsQCyeyQAnqEQ3ugR9j6dDPr5WDpJSUbpyKlLQ',
      fingerprint: '37F7Z0TJJ0G3SWEY',
    });
  });

  it('is told from a random one', () => {
    const key = new Uint8Array(32).fill(7);
    expect(isDerivedFrom(open(folder, key), key)).toBe(true);
    expect(isDerivedFrom(createIdentity(generateIdentityKeys()), key)).toBe(false);
  });
});

describe('the certificate', () => {
  it('is around the key that the fingerprint names, for every address, whatever the clock says', async () => {
    const { tlsKey, fingerprint } = open();
    const certificate = new X509Certificate(await createCertificate(tlsKey, '192.0.2.7'));
    const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
    expect(toFingerprint(createHash('sha256').update(spki).digest())).toBe(fingerprint);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkIP('192.0.2.7')).toBe('192.0.2.7');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.validToDate.getUTCFullYear() - certificate.validFromDate.getUTCFullYear()).toBe(99);
    expect(certificate.checkPrivateKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)).toBe(false);
  });
});
