import { beforeAll, expect, it } from 'vitest';
import { createEventKey, openEventKey, openEventKeyBytes, protectEventKey, type EventKeyFile } from './event-key.ts';
import { suite } from './hpke.ts';

let file: EventKeyFile;
beforeAll(async () => {
  file = await createEventKey('correct horse 電池');
});

it('opens with its passphrase to the private half of its public key', async () => {
  const opened = await openEventKey(JSON.parse(JSON.stringify(file)), 'correct horse 電池');
  if (!opened.ok) throw new Error(opened.reason);
  const recipientPublicKey = await suite.kem.deserializePublicKey(
    new Uint8Array(Buffer.from(file.publicKey, 'base64url')),
  );
  const sealed = await suite.seal({ recipientPublicKey }, new TextEncoder().encode('text'));
  const text = await suite.open({ recipientKey: opened.value, enc: sealed.enc }, sealed.ct);
  expect(new TextDecoder().decode(text)).toBe('text');
});

it('is the same key in another file, under another passphrase', async () => {
  const bytes = await openEventKeyBytes(file, 'correct horse 電池');
  if (!bytes.ok) throw new Error(bytes.reason);
  const other = await protectEventKey(bytes.value, 'battery staple');
  expect(other.publicKey).toBe(file.publicKey);
  expect(other.encryptedPrivateKey).not.toBe(file.encryptedPrivateKey);
  expect(await openEventKeyBytes(other, 'battery staple')).toEqual(bytes);
});

it('opens with the passphrase as another keyboard composes it', async () => {
  const composed = await createEventKey('café');
  expect(await openEventKey(composed, 'cafe\u0301')).toMatchObject({ ok: true });
});

it('stays closed to another passphrase', async () => {
  expect(await openEventKey(file, 'correct horse')).toEqual({ ok: false, reason: 'wrong-passphrase' });
});

it('stays closed when its public half was exchanged', async () => {
  const changed = { ...file, publicKey: 'A'.repeat(43) };
  expect(await openEventKey(changed, 'correct horse 電池')).toEqual({ ok: false, reason: 'wrong-passphrase' });
});

it.each<[string, (file: EventKeyFile) => unknown]>([
  ['nothing', () => null],
  ['a cost that takes all memory', (key) => ({ ...key, scrypt: { ...key.scrypt, cost: 2 ** 30 } })],
  ['a cost that protects nothing', (key) => ({ ...key, scrypt: { ...key.scrypt, cost: 2 } })],
  ['another format', (key) => ({ ...key, format: 'pem' })],
])('refuses %s', async (_name, change) => {
  expect(await openEventKey(change(file), 'correct horse 電池')).toEqual({ ok: false, reason: 'not-an-event-key' });
});
