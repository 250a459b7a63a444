import 'reflect-metadata';
import { createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/**
 * A self-signed certificate around the TLS key, new at each start, because a machine's addresses change and kiosks pin the key alone. Its
 * dates span every clock that is off.
 * @param host what the hub was told to listen on
 * @returns PEM
 */
export async function createCertificate(tlsKey: KeyObject, host: string): Promise<string> {
  const keys = { publicKey: await importKey(createPublicKey(tlsKey)), privateKey: await importKey(tlsKey) };
  const certificate = await X509CertificateGenerator.createSelfSigned({
    // Positive and short, as RFC 5280, section 4.1.2.2, asks.
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    name: 'CN=Foyer hub',
    notBefore: new Date('2000-01-01T00:00:00Z'),
    notAfter: new Date('2099-12-31T23:59:59Z'),
    signingAlgorithm: algorithm,
    keys,
    extensions: [new SubjectAlternativeNameExtension(listNames(host))],
  });
  return certificate.toString('pem');
}

function importKey(key: KeyObject): Promise<CryptoKey> {
  const bytes = (type: 'pkcs8' | 'spki') => new Uint8Array(key.export({ type, format: 'der' }) as Buffer);
  return key.type === 'private'
    ? crypto.subtle.importKey('pkcs8', bytes('pkcs8'), algorithm, false, ['sign'])
    : crypto.subtle.importKey('spki', bytes('spki'), algorithm, true, ['verify']);
}

/** Every name and address by which a kiosk may reach this machine. */
function listNames(host: string): { type: 'dns' | 'ip'; value: string }[] {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address));
  const names = new Set(['localhost', hostname(), host, '127.0.0.1', '::1', ...addresses]);
  return [...names]
    .map((name) => name.replace(/%.*$/, ''))
    .filter((name) => isIP(name) !== 0 || /^[A-Za-z0-9.-]+$/.test(name))
    .map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }));
}
