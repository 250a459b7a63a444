import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newState, type UpdateState } from '../../../electron/update/update-state.ts';
import { openDpkg } from './dpkg.ts';
import { installUpdate } from './install-update.ts';
import { makeRelease, releaseKey } from '../release.fixture.ts';

let root: string;
let programs: string;
let spool: string;

/** Installs a "package", whose content names its version; one that holds FAILS is unpacked and not configured, as dpkg does it. */
const fakeDpkg = `#!/bin/sh
for deb; do :; done
echo "$deb" >> "$FAKE/calls"
cp "$deb" "$FAKE/installed"
if grep -q STOPS "$deb"; then kill -9 "$PPID"; fi
! grep -q FAILS "$deb"
`;
const fakeQuery = `#!/bin/sh
grep -q -e FAILS -e STOPS "$FAKE/installed" && { echo "iF  0"; exit; }
echo "ii  $(cat "$FAKE/installed")"
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foyer-root-'));
  programs = join(root, 'programs');
  spool = join(root, 'var/lib/foyer/updates/spool');
  for (const folder of [programs, spool, join(root, 'opt/foyer/build/package')]) mkdirSync(folder, { recursive: true });
  for (const [name, text] of [
    ['dpkg', fakeDpkg],
    ['dpkg-query', fakeQuery],
  ] as const) {
    writeFileSync(join(programs, name), text);
    chmodSync(join(programs, name), 0o755);
  }
  const pem = releaseKey.publicKey.export({ type: 'spki', format: 'pem' });
  writeFileSync(join(root, 'opt/foyer/build/package/release-key.pub.pem'), pem);
  writeFileSync(join(programs, 'installed'), '0.1.0');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const environment = () => ({
  ...process.env,
  NODE_OPTIONS: '',
  PATH: `${programs}:${process.env['PATH'] ?? ''}`,
  FAKE: programs,
});

function run() {
  let said = '';
  const isWell = installUpdate({
    root,
    packages: openDpkg(environment()),
    say(sentence) {
      said += `${sentence}\n`;
    },
  });
  return { isWell, said };
}

/** The program itself, as its unit runs it. */
function runProgram() {
  const args = [join(import.meta.dirname, 'main.ts'), '--root', root];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: environment() });
  return { status, said: `${stdout}${stderr}` };
}

const installed = () => readFileSync(join(programs, 'installed'), 'utf8');

interface Asked {
  readonly version?: string;
  readonly from?: string | null;
  readonly content?: string;
  readonly key?: typeof releaseKey.privateKey;
}

/** Puts into the spool folder what a kiosk does (`electron/update/install-package.ts`). */
async function ask({ version = '0.2.0', from = '0.1.0', content = version, key = releaseKey.privateKey }: Asked = {}) {
  const put = async (name: string, release: { version: string; content: string }) => {
    const made = await makeRelease({ ...release, content: Buffer.from(release.content), key });
    rmSync(join(spool, name), { recursive: true, force: true });
    cpSync(made.folder, join(spool, name), { recursive: true });
    rmSync(made.folder, { recursive: true });
    return join(spool, name, made.name);
  };
  const next = await put('next', { version, content });
  if (from !== null) await put('previous', { version: from, content: from });
  writeFileSync(join(spool, 'request'), `${version}\n`);
  return next;
}

function tell(state: Partial<UpdateState>): void {
  writeFileSync(join(spool, '..', 'update-state.json'), JSON.stringify({ ...newState, ...state }));
}

const failed = { kind: 'rolled-back', version: '0.2.0', from: '0.1.0' } as const;
const healthy = { kind: 'installed', version: '0.2.0', from: '0.1.0' } as const;

it('puts a signed newer package in, once', async () => {
  await ask();
  expect(runProgram()).toMatchObject({
    status: 0,
    said: expect.stringContaining('0.2.0 is put in over 0.1.0') as string,
  });
  expect(installed()).toBe('0.2.0');
  expect(existsSync(join(spool, 'request'))).toBe(false);
  expect(run()).toEqual({ isWell: true, said: '' });
});

it('takes the package out of the kiosk’s reach before it looks at it', async () => {
  await ask();
  run();
  expect(readFileSync(join(programs, 'calls'), 'utf8')).toContain('var/lib/foyer-update/staging/');
});

it('puts the version before back when the kiosk says that the new one failed, and only once', async () => {
  await ask();
  run();
  tell({ ended: failed });
  expect(run().said).toContain('0.2.0 did not become healthy. Version 0.1.0 is back.');
  expect(installed()).toBe('0.1.0');
  writeFileSync(join(programs, 'installed'), '0.2.0');
  expect(run()).toEqual({ isWell: true, said: '' });
});

it.each([
  [2, '0.2.0'],
  [3, '0.2.0'],
  [4, '0.1.0'],
])('after %d starts on trial without a word it is %s', async (starts, version) => {
  await ask();
  run();
  tell({ trial: { version: '0.2.0', from: '0.1.0', journal: 3, starts } });
  run();
  expect(installed()).toBe(version);
});

it('a version that was healthy is not put back, whatever the kiosk says later', async () => {
  await ask();
  run();
  tell({ ended: healthy });
  run();
  tell({ ended: failed });
  run();
  expect(installed()).toBe('0.2.0');
});

it('puts the version before back when dpkg fails', async () => {
  await ask({ content: 'FAILS' });
  expect(runProgram()).toMatchObject({ status: 1, said: expect.stringContaining('Version 0.1.0 is back.') as string });
  expect(installed()).toBe('0.1.0');
});

it('puts the version before back when the machine stopped in the middle', async () => {
  await ask({ content: 'STOPS' });
  expect(runProgram().status).toBeNull();
  expect(installed()).toBe('STOPS');
  expect(run().said).toContain('The machine stopped during an update. Version 0.1.0 is back.');
  expect(installed()).toBe('0.1.0');
});

it('leaves a version alone that was whole when the machine stopped', async () => {
  await ask();
  run();
  const place = join(root, 'var/lib/foyer-update/state.json');
  const state = JSON.parse(readFileSync(place, 'utf8')) as object;
  writeFileSync(place, JSON.stringify({ ...state, isInstalling: true }));
  expect(run()).toEqual({ isWell: true, said: '' });
  expect(installed()).toBe('0.2.0');
});

it.each<[string, Asked, string]>([
  ['an older version', { version: '0.0.9' }, 'versions only rise'],
  ['the same version', { version: '0.1.0' }, 'versions only rise'],
  ['a version without a way back', { from: null }, 'no way back'],
  ['a version with another way back', { from: '0.0.9' }, 'no way back'],
  ['a version that others signed', { key: generateKeyPairSync('ed25519').privateKey }, 'wrong-signature'],
])('does not put %s in', async (_what, asked, why) => {
  await ask(asked);
  expect(run()).toMatchObject({ isWell: false, said: expect.stringContaining(why) as string });
  expect(existsSync(join(programs, 'calls'))).toBe(false);
  expect(existsSync(join(spool, 'request'))).toBe(false);
});

it('an older one than was ever put in is a replay', async () => {
  await ask({ version: '0.3.0' });
  run();
  tell({ ended: { ...failed, version: '0.3.0' } });
  run();
  await ask({ version: '0.2.0' });
  expect(run().said).toContain('versions only rise');
  expect(installed()).toBe('0.1.0');
});

it.each<[string, (deb: string) => void]>([
  [
    'changed',
    (deb) => {
      writeFileSync(deb, 'evil!');
    },
  ],
  [
    'longer',
    (deb) => {
      appendFileSync(deb, 'more');
    },
  ],
  [
    'gone',
    (deb) => {
      rmSync(deb);
    },
  ],
  [
    'a link',
    (deb) => {
      cpSync(deb, `${deb}.elsewhere`);
      rmSync(deb);
      symlinkSync(`${deb}.elsewhere`, deb);
    },
  ],
  [
    'a pipe that nobody writes to',
    (deb) => {
      rmSync(deb);
      expect(spawnSync('mkfifo', [deb]).status).toBe(0);
    },
  ],
])('does not put in a package that is %s', async (_how, change) => {
  change(await ask());
  expect(run()).toMatchObject({
    isWell: false,
    said: expect.stringContaining('not what its description says') as string,
  });
  expect(existsSync(join(programs, 'calls'))).toBe(false);
});

it('without a key nothing is believed', async () => {
  rmSync(join(root, 'opt/foyer/build/package/release-key.pub.pem'));
  await ask();
  expect(run().said).toContain('no update can be believed');
  expect(installed()).toBe('0.1.0');
});

const hasSystemd = existsSync('/usr/bin/systemd-analyze') && existsSync('/lib/systemd/system');

it.runIf(hasSystemd)('systemd has nothing to say against the units', () => {
  const units = join(root, 'usr/lib/systemd/system');
  mkdirSync(join(root, 'usr/lib/systemd'), { recursive: true });
  cpSync('/lib/systemd/system', units, { recursive: true, verbatimSymlinks: true });
  cpSync(join(import.meta.dirname, 'units'), units, { recursive: true });
  symlinkSync('usr/lib', join(root, 'lib'));
  mkdirSync(join(root, 'opt/foyer/bin'), { recursive: true });
  cpSync(join(programs, 'dpkg'), join(root, 'opt/foyer/bin/node'));
  const analyze = (...args: string[]) =>
    spawnSync('systemd-analyze', [...args, `--root=${root}`, '--no-pager'], { encoding: 'utf8' });
  for (const unit of ['foyer-update.path', 'foyer-update.service']) {
    const { status, stderr } = analyze('verify', unit);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
  // 9.6 is a unit without any hardening. dpkg writes nearly everywhere, as root.
  const { stdout } = analyze('security', '--offline=true', 'foyer-update.service');
  expect(Number(/exposure level for \S+: ([\d.]+)/u.exec(stdout)?.[1])).toBeLessThan(5);
});
