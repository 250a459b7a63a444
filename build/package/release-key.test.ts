import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportPublicKey, makeReleaseKey, readReleaseKey, signFile, verifyFile } from './release-key.ts';
import { allowedSigner, fingerprint, signForSsh, sshIdentity, sshNamespace } from './ssh-signature.ts';

let folder: string;
let file: string;
let signed: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-release-'));
  file = join(folder, 'release-key.pem');
  signed = join(folder, 'SHA256SUMS');
  writeFileSync(signed, 'e3b0c442  foyer.deb\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a release key', () => {
  it('is read by its owner alone, and never written over', () => {
    makeReleaseKey({ file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(() => makeReleaseKey({ file })).toThrow('EEXIST');
  });

  it('signs a file, and a changed file is not signed', () => {
    const key = makeReleaseKey({ file });
    const signature = signFile({ file: signed, key });
    const publicKey = exportPublicKey(key);
    expect(verifyFile({ file: signed, signature, publicKey })).toBe(true);
    writeFileSync(signed, 'e3b0c443  foyer.deb\n');
    expect(verifyFile({ file: signed, signature, publicKey })).toBe(false);
  });

  it('opens with its passphrase only', () => {
    const key = makeReleaseKey({ file, passphrase: 'for the venue' });
    expect(readFileSync(file, 'utf8')).toContain('ENCRYPTED');
    const opened = readReleaseKey({ file, passphrase: 'for the venue' });
    expect(opened.ok && exportPublicKey(opened.value)).toBe(exportPublicKey(key));
    expect(readReleaseKey({ file, passphrase: 'for the others' }).ok).toBe(false);
    expect(readReleaseKey({ file: join(folder, 'none.pem') })).toMatchObject({ ok: false });
  });
});

const hasSshKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe.skipIf(!hasSshKeygen)('a signature for ssh-keygen', () => {
  const verify = () => {
    const signers = join(folder, 'allowed-signers');
    const args = ['-Y', 'verify', '-f', signers, '-I', sshIdentity, '-n', sshNamespace, '-s', `${signed}.sig`];
    return spawnSync('ssh-keygen', args, { input: readFileSync(signed), encoding: 'utf8' });
  };

  it('is verified by it, and refused for a changed file and for another key', () => {
    const key = makeReleaseKey({ file });
    writeFileSync(join(folder, 'allowed-signers'), allowedSigner(key));
    writeFileSync(`${signed}.sig`, signForSsh({ content: readFileSync(signed), key }));
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining(fingerprint(key)) as string });
    writeFileSync(join(folder, 'allowed-signers'), allowedSigner(makeReleaseKey({ file: join(folder, 'other.pem') })));
    expect(verify().status).not.toBe(0);
    writeFileSync(join(folder, 'allowed-signers'), allowedSigner(key));
    writeFileSync(signed, 'e3b0c443  foyer.deb\n');
    expect(verify().status).not.toBe(0);
  });
});
