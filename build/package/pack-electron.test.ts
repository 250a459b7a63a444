import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildElectron, buildRenderer } from '../set-up/set-up.mjs';
import { packElectron, readElectronVersion } from './pack-electron.ts';
import { root } from './root.ts';

/** What stands in Electron's program where its fuses are, each of them as Electron is delivered. @see @electron/fuses, constants.js */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const delivered = '1011000111';

let folder: string;
let resources: string;

/** Electron's program cannot be had everywhere: a program that does nothing, with the fuses at their place. */
function makeStandIn(): string {
  const place = join(folder, 'electron');
  mkdirSync(join(place, 'resources'), { recursive: true });
  mkdirSync(join(place, 'locales'));
  writeFileSync(join(place, 'locales', 'en-US.pak'), '');
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, delivered.length]), Buffer.from(delivered)]);
  writeFileSync(
    join(place, 'electron'),
    Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(64), wire, Buffer.alloc(64)]),
  );
  chmodSync(join(place, 'electron'), 0o755);
  writeFileSync(join(place, 'version'), readElectronVersion());
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'icudtl.dat'])
    writeFileSync(join(place, name), name);
  return place;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-pack-'));
  // They cost nothing when the commands before have built them.
  const tools = { root, node: process.execPath };
  await buildRenderer(tools);
  await buildElectron(tools);
  await packElectron({
    ...{ platform: 'linux', targets: ['dir'], version: '7.8.9', publicKey: 'KEY', out: join(folder, 'out') },
    ...{ electronDist: makeStandIn(), updates: 'https://hub.invalid/updates' },
  });
  resources = join(folder, 'out', 'linux-unpacked', 'resources');
}, 600_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('the packed application', () => {
  const listAsar = () =>
    listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const read = (file: string) => extractFile(join(resources, 'app.asar'), file).toString();

  it('has every fuse set, read back from the program', async () => {
    const wire = await getCurrentFuseWire(join(resources, '..', 'foyer-electron'));
    const isOn = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse])) === '1';
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      ...{ runAsNode: false, cookieEncryption: true, nodeOptions: false, inspect: false },
      ...{ asarIntegrity: true, onlyAsar: true, browserSnapshot: false, fileProtocol: false },
    });
  });

  it('holds what a kiosk needs', () => {
    const wanted = [
      'electron/dist/main.js',
      'electron/dist/hub.js',
      'electron/dist/preload.cjs',
      'renderer/dist/index.html',
    ];
    wanted.push(
      'renderer/dist/staff.html',
      'build/sample-event/event.json',
      'build/package/release-key.pub.pem',
      'LICENCES.txt',
    );
    expect(listAsar()).toEqual(expect.arrayContaining(wanted.map((file) => `/${file}`)));
    expect(existsSync(join(resources, 'lock-down', 'lock-down'))).toBe(true);
  });

  it('holds nothing else: no tests, no sources, no keys but the sample’s, no other Node', () => {
    const files = listAsar();
    expect(files.filter((file) => /\.test\.|\.(?:ts|tsx|map|cpp|h|gyp)$|\/test\//u.test(file))).toEqual([]);
    expect(files.filter((file) => /key/iu.test(file) && /\.(?:json|pem|key)$/u.test(file))).toEqual([
      '/build/package/release-key.pub.pem',
      '/build/sample-event/sample-key.json',
    ]);
    const modules = new Set(files.flatMap((file) => /\/node_modules\/((?:@[^/]+\/)?[^/@]+)$/u.exec(file)?.[1] ?? []));
    expect([...modules].sort()).toEqual([
      ...['@serialport/bindings-cpp', '@serialport/bindings-interface', '@serialport/parser-delimiter'],
      ...['@serialport/parser-readline', 'debug', 'ms', 'node-gyp-build'],
    ]);
    expect(new Set(files.flatMap((file) => /^\/([^/]+)$/u.exec(file)?.[1] ?? []))).toEqual(
      new Set(['LICENCES.txt', 'LICENSE', 'build', 'electron', 'node_modules', 'package.json', 'renderer']),
    );
  });

  it('keeps machine code outside of the archive, for this platform alone', () => {
    const unpacked = join(resources, 'app.asar.unpacked', 'node_modules', '@serialport', 'bindings-cpp', 'prebuilds');
    expect(existsSync(join(unpacked, 'linux-x64', '@serialport+bindings-cpp.glibc.node'))).toBe(true);
    expect(listAsar().filter((file) => /prebuilds\/[^/]+$/u.test(file))).toHaveLength(1);
  });

  it('imports only what Node, Electron or the archive has', () => {
    const files = new Set(listAsar());
    const scripts = [...files].filter((file) => /^\/electron\/dist\/.+\.js$/u.test(file));
    const imports = scripts.flatMap((script) => [
      ...read(script.slice(1)).matchAll(
        /^(?:import|export) (?:[^'"`;]*? from )?"([^"]+)"|^[^*/\n]*\bimport\("([^"]+)"\)/gmu,
      ),
    ]);
    const names = new Set(imports.map(([, still, dynamic]) => still ?? dynamic ?? ''));
    expect(names.size).toBeGreaterThan(10);
    // The end-to-end tests' own browser: asked for where there is one, and never at a kiosk.
    const foreign = [...names].filter((name) => {
      if (name === 'electron' || name === 'playwright-core' || isBuiltin(name)) return false;
      return !(name.startsWith('./')
        ? files.has(`/electron/dist/${name.slice(2)}`)
        : files.has(`/node_modules/${name}`));
    });
    expect(foreign).toEqual([]);
  });

  it('runs its hub with nothing of the checkout beside it', () => {
    const apart = join(folder, 'apart');
    for (const file of listAsar().filter((one) => /^\/(?:electron\/dist\/.+\.js|package\.json)$/u.test(one))) {
      mkdirSync(join(apart, 'electron', 'dist'), { recursive: true });
      writeFileSync(join(apart, file), read(file.slice(1)));
    }
    cpSync(join(resources, 'app.asar.unpacked'), apart, { recursive: true });
    const help = execFileSync(process.execPath, [join(apart, 'electron', 'dist', 'hub.js'), '--help'], {
      encoding: 'utf8',
    });
    expect(help).toContain('--listen');
  });

  it('takes itself for the version that it is, and not for the checkout’s', () => {
    const scripts = listAsar().filter((file) => /^\/electron\/dist\/.+\.js$/u.test(file));
    expect(scripts.some((script) => read(script.slice(1)).includes('version: "7.8.9"'))).toBe(true);
  });

  it('knows where its updates are', () => {
    expect(readFileSync(join(resources, 'app-update.yml'), 'utf8')).toContain('https://hub.invalid/updates');
  });
});
