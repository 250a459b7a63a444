import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findInstallation, type InstallationFacts } from './installation.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foyer-installed-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function find({ hasKey = true, ...facts }: Partial<InstallationFacts> & { hasKey?: boolean }) {
  const folder = join(root, 'build', 'package');
  mkdirSync(folder, { recursive: true });
  const { publicKey } = generateKeyPairSync('ed25519');
  if (hasKey) writeFileSync(join(folder, 'release-key.pub.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  const usual = { root, shell: 'electron', platform: 'linux', environment: {} } as const;
  return findInstallation({ ...usual, ...facts })?.form ?? null;
}

it('the Debian package takes updates where its unit for them is', () => {
  const systemPart = join(root, 'foyer-update.path');
  expect(find({ shell: 'chromium', systemPart })).toBeNull();
  writeFileSync(systemPart, '[Path]\n');
  expect(find({ shell: 'chromium', systemPart })).toEqual({ kind: 'deb', channel: 'latest-chromium' });
});

it.each([
  ['an AppImage', { environment: { APPIMAGE: '/opt/Foyer.AppImage' } }, 'appimage'],
  ['an installation on Windows', { platform: 'win32' }, 'nsis'],
] as const)('%s takes its own kind', (_what, facts, kind) => {
  expect(find(facts)?.kind).toBe(kind);
});

it('a plain folder takes none, and no package without a key', () => {
  expect(find({ platform: 'win32', hasKey: false })).toBeNull();
  expect(find({})).toBeNull();
});
