import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  scrypt,
  type ScryptOptions,
} from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { suite } from './hpke.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/**
 * The event's private key at rest: AES-256-GCM under scrypt (RFC 7914) of the passphrase. The bounds keep a foreign file from asking for
 * all of the memory, or for next to no work.
 */
const eventKeyFileSchema = z.strictObject({
  format: z.literal('foyer-event-key-1'),
  publicKey: base64url.length(43),
  scrypt: z.strictObject({
    cost: z
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    blockSize: z.literal(8),
    parallelization: z.int().min(1).max(4),
    salt: base64url,
  }),
  nonce: base64url.length(16),
  /** The 32 bytes of the key and the 16 of the tag. */
  encryptedPrivateKey: base64url.length(64),
});
export type EventKeyFile = z.infer<typeof eventKeyFileSchema>;

/** OWASP's first choice for scrypt; 128 MB and 0.4 s a try. */
const parameters = { cost: 2 ** 17, blockSize: 8, parallelization: 1 } as const;

/** A key pair for an event. The public half goes into event.json as `sealingKey`, the file to whoever may open the registrations. */
export async function createEventKey(passphrase: string): Promise<EventKeyFile> {
  const pair = await suite.kem.generateKeyPair();
  const privateKey = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
  const file = await protectEventKey(privateKey, passphrase);
  privateKey.fill(0);
  return file;
}

/** The file for a private key that exists already, such as one that came back from paper. @param privateKey 32 bytes */
export async function protectEventKey(privateKey: Uint8Array, passphrase: string): Promise<EventKeyFile> {
  const publicKey = toEventPublicKey(privateKey);
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, parameters), nonce);
  cipher.setAAD(boundText(publicKey));
  const encrypted = Buffer.concat([cipher.update(privateKey), cipher.final(), cipher.getAuthTag()]);
  return {
    format: 'foyer-event-key-1',
    publicKey,
    scrypt: { ...parameters, salt: toText(salt) },
    nonce: toText(nonce),
    encryptedPrivateKey: toText(encrypted),
  };
}

export type EventKeyFault = 'not-an-event-key' | 'wrong-passphrase';

/** @param content of the key file, parsed as JSON */
export async function openEventKey(content: unknown, passphrase: string): Promise<Result<CryptoKey, EventKeyFault>> {
  const bytes = await openEventKeyBytes(content, passphrase);
  if (!bytes.ok) return bytes;
  const key = await suite.kem.deserializePrivateKey(new Uint8Array(bytes.value));
  bytes.value.fill(0);
  return ok(key);
}

/** The 32 bytes themselves, for the words on paper and for what the hub derives from them. Overwrite them after use. */
export async function openEventKeyBytes(
  content: unknown,
  passphrase: string,
): Promise<Result<Uint8Array, EventKeyFault>> {
  const parsed = eventKeyFileSchema.safeParse(content);
  if (!parsed.success) return err('not-an-event-key');
  const { publicKey, scrypt: cost, nonce, encryptedPrivateKey } = parsed.data;
  const encrypted = toBytes(encryptedPrivateKey);
  const key = await stretch(passphrase, toBytes(cost.salt), cost);
  const decipher = createDecipheriv('aes-256-gcm', key, toBytes(nonce), { authTagLength: 16 });
  decipher.setAAD(boundText(publicKey));
  decipher.setAuthTag(encrypted.subarray(32));
  try {
    return ok(Buffer.concat([decipher.update(encrypted.subarray(0, 32)), decipher.final()]));
  } catch {
    return err('wrong-passphrase');
  }
}

/** PKCS #8 (RFC 8410, section 7) of an X25519 key, up to the key's 32 bytes. */
const pkcs8Start = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** @returns what event.json has as `sealingKey` */
export function toEventPublicKey(privateKey: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Start, privateKey]), format: 'der', type: 'pkcs8' });
  return toText(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
}

/** NFKC, so that the same passphrase typed on another keyboard or system gives the same bytes. */
function stretch(
  passphrase: string,
  salt: Uint8Array,
  { cost, blockSize, parallelization }: Omit<EventKeyFile['scrypt'], 'salt'>,
): Promise<Buffer> {
  const options: ScryptOptions = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function boundText(publicKey: string): Buffer {
  return Buffer.from(`foyer-event-key-1 ${publicKey}`);
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function toBytes(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
