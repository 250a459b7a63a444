import { createHash, type KeyObject } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { exportPublicKey, signFile } from './release-key.ts';
import { allowedSigner, signForSsh } from './ssh-signature.ts';

/** Hexadecimal. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** What tells of the other files, and is not among them. */
const ownFiles = ['SHA256SUMS', 'SHA256SUMS.sig', 'SHA256SUMS.ed25519', 'allowed-signers', 'release-key.pub.pem'];

/** Writes SHA256SUMS over everything in the folder, as sha256sum(1) checks it. */
export async function writeSums(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter((file) => !ownFiles.includes(file))
    .sort();
  const lines: string[] = [];
  for (const file of files) lines.push(`${await sha256(join(folder, file))}  ${file}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
}

/** Signs SHA256SUMS: for `ssh-keygen -Y verify`, and bare (base64) for programs of ours. */
export function signSums({ folder, key }: { folder: string; key: KeyObject }): void {
  const sums = join(folder, 'SHA256SUMS');
  writeFileSync(`${sums}.sig`, signForSsh({ content: readFileSync(sums), key }));
  writeFileSync(`${sums}.ed25519`, `${signFile({ file: sums, key })}\n`);
  writeFileSync(join(folder, 'allowed-signers'), allowedSigner(key));
  writeFileSync(join(folder, 'release-key.pub.pem'), exportPublicKey(key));
}
