import { createPublicKey } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRelease, type UpdateChannel } from '../../domain/protocol/updates.ts';
import { openUpdateFolder } from '../../hub/updates/update-folder.ts';
import { releaseKey } from '../update/release.fixture.ts';
import type { Target } from './options.ts';
import { exportPublicKey } from './release-key.ts';
import { dropDescriptions, signRelease } from './sign-release.ts';

let folder: string;
const key = releaseKey.privateKey;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-sign-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** As electron-builder leaves it beside its packages. */
function describeAsElectronBuilder(channel: UpdateChannel, { version, url }: { version: string; url: string }): void {
  const sha512 = 'A'.repeat(86) + '==';
  put(`${channel}.yml`, dump({ version, files: [{ url, sha512, size: 3 }], path: url, sha512 }));
}

function sign(made: ReadonlyMap<Target, readonly string[]>) {
  return signRelease({ folder, version: '0.2.0', key, at: new Date(0), made });
}

function read(channel: UpdateChannel) {
  const description = readFileSync(join(folder, `${channel}.yml`));
  const signature = readFileSync(join(folder, `${channel}.yml.sig`), 'utf8');
  // The half that the packages carry.
  return readRelease({ description, signature, channel, publicKey: createPublicKey(exportPublicKey(key)) });
}

it('what was packed is what a hub takes and an installed kiosk believes', async () => {
  const deb = put('foyer-kiosk_0.2.0_amd64.deb', 'a package');
  expect(await sign(new Map([['chromium-deb', [deb]]]))).toEqual(['latest-chromium.yml']);
  expect(read('latest-chromium')).toMatchObject({
    ok: true,
    value: { version: '0.2.0', files: [{ url: 'foyer-kiosk_0.2.0_amd64.deb', size: 9 }] },
  });
  const hub = openUpdateFolder(join(folder, 'hub'));
  expect(await hub.add(folder)).toMatchObject({ ok: true, value: { channels: ['latest-chromium'] } });
});

it('signs what electron-builder described, and only what this run made', async () => {
  describeAsElectronBuilder('latest', { version: '0.2.0', url: 'Foyer-0.2.0-win-x64.exe' });
  describeAsElectronBuilder('latest-linux', { version: '0.1.0', url: 'Foyer-0.1.0-linux-x64.AppImage' });
  expect(await sign(new Map([['nsis', []]]))).toEqual(['latest.yml']);
  expect(read('latest')).toMatchObject({ ok: true, value: { version: '0.2.0' } });
  expect(existsSync(join(folder, 'latest-linux.yml.sig'))).toBe(false);
});

it('nothing vouches for packages of which nothing updates', async () => {
  expect(await sign(new Map([['tar.gz', [put('Foyer-0.2.0-linux-x64.tar.gz', 'folder')]]]))).toEqual([]);
});

it('a description of an earlier run is gone before new packages take the place of its own', async () => {
  await sign(new Map([['chromium-deb', [put('foyer-kiosk_0.2.0_amd64.deb', 'a package')]]]));
  describeAsElectronBuilder('latest', { version: '0.2.0', url: 'Foyer-0.2.0-win-x64.exe' });
  dropDescriptions({ folder, targets: ['chromium-deb', 'tar.gz'] });
  expect(
    ['latest-chromium.yml', 'latest-chromium.yml.sig', 'latest.yml'].map((name) => existsSync(join(folder, name))),
  ).toEqual([false, false, true]);
});
