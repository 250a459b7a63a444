import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const script = join(import.meta.dirname, 'lock-down');
const steps = readdirSync(join(import.meta.dirname, 'steps'));
const reportSchema = z.array(
  z.strictObject({ step: z.string(), state: z.enum(['done', 'undone', 'unknown']), detail: z.string() }),
);

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'foyer-lock-down-'));
  mkdirSync(join(tree, 'etc'));
});
afterEach(() => {
  rmSync(tree, { recursive: true, force: true });
});

function lockDown(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const environment = { ...process.env, ...stepsFolder };
  return spawnSync(script, [...args, '--root', tree], { encoding: 'utf8', env: environment });
}
let stepsFolder: Record<string, string> = {};
afterEach(() => {
  stepsFolder = {};
});

function check(...args: string[]): Record<string, string> {
  const { stdout } = lockDown('check', '--json', ...args);
  return Object.fromEntries(reportSchema.parse(JSON.parse(stdout)).map(({ step, state }) => [step, state]));
}

/** Every path with what it holds, its mode, and where it points. */
function listTree(folder = tree, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(folder).map((name) => {
      const path = join(folder, name);
      const stat = lstatSync(path);
      const mode = (stat.mode & 0o7777).toString(8);
      const holds = stat.isSymbolicLink() ? readlinkSync(path) : stat.isFile() ? readFileSync(path, 'latin1') : '';
      return {
        [`${prefix}/${name}`]: `${mode} ${holds}`,
        ...(stat.isDirectory() ? listTree(path, `${prefix}/${name}`) : {}),
      };
    }),
  ) as Record<string, string>;
}

/** What each step of `lock-down list` puts where. */
const places = steps.flatMap((step) =>
  [
    ...readFileSync(join(import.meta.dirname, 'steps', step, 'step'), 'utf8').matchAll(/^(?:file \d+|link) (\S+)/gmu),
  ].map(([, place]) => place ?? ''),
);

function put(place: string, kind: 'file' | 'link' | 'dangling'): void {
  const path = join(tree, place);
  mkdirSync(dirname(path), { recursive: true });
  if (kind === 'file') writeFileSync(path, `# before: ${place}\n`, { mode: 0o640 });
  else symlinkSync(kind === 'link' ? '/usr/lib/systemd/system/other.service' : '../nowhere', path);
}

const onLinux = describe.runIf(process.platform === 'linux');

onLinux('the lock of Linux', () => {
  it('is applied, checked and undone: the tree is as it was', () => {
    const before = listTree();
    expect(lockDown('check').status).toBe(1);
    expect(lockDown('apply').status).toBe(0);
    const states = check();
    expect(Object.keys(states).toSorted()).toEqual(steps.toSorted());
    // What only a running machine can tell cannot be told of a tree.
    expect(states).toEqual(
      Object.fromEntries(steps.map((step) => [step, step === 'application' ? 'unknown' : 'done'])),
    );
    expect(lockDown('undo').status).toBe(0);
    expect(listTree()).toEqual(before);
  });

  it('applied twice is applied once', () => {
    put('etc/usbguard/usbguard-daemon.conf', 'file');
    const before = listTree();
    lockDown('apply');
    const once = listTree();
    expect(lockDown('apply').status).toBe(0);
    expect(listTree()).toEqual(once);
    lockDown('undo');
    expect(listTree()).toEqual(before);
  });

  it('puts back whatever stood there before, in any order of steps', { timeout: 90_000 }, () => {
    const kind = fc.constantFrom('file' as const, 'link' as const, 'dangling' as const);
    const existing = fc.dictionary(fc.constantFrom(...places), kind, { maxKeys: 12 });
    const order = fc.shuffledSubarray(steps, { minLength: 1 });
    fc.assert(
      fc.property(existing, order, order, (there, applied, undoneFirst) => {
        rmSync(tree, { recursive: true, force: true });
        mkdirSync(join(tree, 'etc'), { recursive: true });
        for (const [place, each] of Object.entries(there)) put(place, each);
        const before = listTree();
        expect(lockDown('apply', ...applied).status).toBe(0);
        expect(lockDown('undo', ...undoneFirst).status).toBe(0);
        expect(lockDown('undo').status).toBe(0);
        expect(listTree()).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });

  it('names the step that somebody has changed', () => {
    lockDown('apply');
    writeFileSync(join(tree, 'etc/sysctl.d/90-foyer-keys.conf'), 'kernel.sysrq = 1\n');
    rmSync(join(tree, 'etc/systemd/system/sleep.target'));
    chmodSync(join(tree, 'etc/usbguard/foyer-rules.conf'), 0o666);
    const { status, stdout } = lockDown('check');
    expect(status).toBe(1);
    expect(stdout).toMatch(/undone +keys +\/etc\/sysctl.d\/90-foyer-keys.conf says something else/u);
    expect(stdout).toMatch(/undone +power +\/etc\/systemd\/system\/sleep.target does not point at \/dev\/null/u);
    expect(stdout).toMatch(/undone +usb-devices +\/etc\/usbguard\/foyer-rules.conf has another mode/u);
    expect(check()).toMatchObject({ swap: 'done', keys: 'undone' });
  });

  it('takes back what a newer version of a step no longer does', () => {
    const before = listTree();
    const old = join(tree, '..', 'old-steps');
    stepsFolder = { FOYER_LOCK_DOWN_STEPS: old };
    cpSync(join(import.meta.dirname, 'steps', 'keys'), join(old, 'keys'), { recursive: true });
    const step = join(old, 'keys', 'step');
    writeFileSync(step, `${readFileSync(step, 'utf8')}link etc/systemd/system/old.service /dev/null\n`);
    lockDown('apply');
    expect(existsSync(join(tree, 'etc/systemd/system'))).toBe(true);
    stepsFolder = {};
    lockDown('apply', 'keys');
    expect(listTree()).not.toHaveProperty('/etc/systemd/system/old.service');
    lockDown('undo');
    expect(listTree()).toEqual(before);
    rmSync(old, { recursive: true });
  });

  it('does not touch a folder that stands in a file’s place, and says so', () => {
    mkdirSync(join(tree, 'etc/sysctl.d/90-foyer-keys.conf'), { recursive: true });
    const before = listTree();
    const { status, stderr } = lockDown('apply', 'keys');
    expect(status).toBe(1);
    expect(stderr).toContain('etc/sysctl.d/90-foyer-keys.conf is a folder');
    lockDown('undo');
    expect(listTree()).toEqual(before);
  });

  it.each([[['frobnicate']], [['apply', '--force']], [['apply', 'no-such-step']]])('%j is wrong use', (args) => {
    expect(lockDown(...args).status).toBe(2);
  });

  it('gives every step a title and places that no other step has', () => {
    expect(new Set(places).size).toBe(places.length);
    const { stdout } = lockDown('list');
    for (const step of steps) expect(stdout).toMatch(new RegExp(`^${step} +\\S`, 'mu'));
  });
});
