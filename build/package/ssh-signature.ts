import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';

/** What a signature of ours is for, and who made it, in the words of `ssh-keygen -Y`. */
export const sshNamespace = 'foyer-release';
export const sshIdentity = 'foyer';

const algorithm = 'ssh-ed25519';
/** Columns of the armour, as ssh-keygen writes it. */
const columns = 70;

/**
 * A signature that `ssh-keygen -Y verify` takes: that program is on a bare Debian and on Windows 10 and newer, and no other on both
 * knows Ed25519.
 * @see https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig
 */
export function signForSsh({ content, key }: { content: Uint8Array; key: KeyObject }): string {
  const hash = createHash('sha512').update(content).digest();
  const common = [text(sshNamespace), text(''), text('sha512')];
  const signature = sign(null, Buffer.concat([Buffer.from('SSHSIG'), ...common, bytes(hash)]), key);
  const version = Buffer.from([0, 0, 0, 1]);
  const signed = bytes(Buffer.concat([text(algorithm), bytes(signature)]));
  const blob = Buffer.concat([Buffer.from('SSHSIG'), version, bytes(publicBlob(key)), ...common, signed]);
  const lines = blob.toString('base64').match(new RegExp(`.{1,${columns}}`, 'gu')) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

/** A line of `allowed_signers` (ssh-keygen(1)): whose signature counts, and for what. */
export function allowedSigner(key: KeyObject): string {
  return `${sshIdentity} namespaces="${sshNamespace}" ${algorithm} ${publicBlob(key).toString('base64')}\n`;
}

/** As `ssh-keygen -l` shows it: what a technician notes and compares. */
export function fingerprint(key: KeyObject): string {
  return `SHA256:${createHash('sha256').update(publicBlob(key)).digest('base64').replace(/=+$/u, '')}`;
}

/** RFC 8709, section 4. */
function publicBlob(key: KeyObject): Buffer {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.concat([text(algorithm), bytes(Buffer.from(x, 'base64url'))]);
}

/** RFC 4251, section 5: `string`. */
function bytes(content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

function text(content: string): Buffer {
  return bytes(Buffer.from(content));
}
