import { spawnSync } from 'node:child_process';
import {
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
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Judged by the programs that will read them, where this machine has them. */
const has = (program: string) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

describe.runIf(has('systemd-analyze') && existsSync('/lib/systemd/system'))('systemd-analyze', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'foyer-units-'));
    mkdirSync(join(root, 'usr/lib/systemd'), { recursive: true });
    cpSync('/lib/systemd/system', join(root, 'usr/lib/systemd/system'), { recursive: true, verbatimSymlinks: true });
    cpSync(join(import.meta.dirname, 'units'), join(root, 'usr/lib/systemd/system'), { recursive: true });
    symlinkSync('usr/lib', join(root, 'lib'));
    for (const program of ['usr/bin/foyer', 'opt/foyer/lock-down/session/foyer-session']) {
      mkdirSync(dirname(join(root, program)), { recursive: true });
      writeFileSync(join(root, program), '#!/bin/sh\n');
      chmodSync(join(root, program), 0o755);
    }
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const analyze = (...args: string[]) =>
    spawnSync('systemd-analyze', [...args, `--root=${root}`, '--no-pager'], { encoding: 'utf8' });

  it.each(['foyer-kiosk.service', 'foyer-hub.service'])('has nothing to say against %s', (unit) => {
    const { status, stderr } = analyze('verify', unit);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  // 9.6 is a unit without any hardening. Chromium's sandbox needs namespaces, and a screen needs devices.
  it.each([
    ['foyer-kiosk.service', 3.5],
    ['foyer-hub.service', 1.5],
  ])('finds little exposed by %s', (unit, most) => {
    const { stdout } = analyze('security', '--offline=true', unit);
    expect(Number(/exposure level for \S+: ([\d.]+)/u.exec(stdout)?.[1])).toBeLessThan(most);
  });
});

it.runIf(has('usbguard-rule-parser'))('USBGuard understands every rule', () => {
  const file = join(import.meta.dirname, 'steps/usb-devices/usbguard-rules.conf');
  const { status, stdout } = spawnSync('usbguard-rule-parser', ['-f', file], { encoding: 'utf8' });
  const rules = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^(?:allow|reject|block) /u.test(line));
  expect(status).toBe(0);
  for (const rule of rules) expect(stdout).toContain(`OUTPUT: ${rule}`);
});

it.runIf(has('shellcheck'))('shellcheck finds nothing', () => {
  const scripts = ['lock-down', 'allow-stick', 'session/foyer-session', 'session/x-client'].map((each) =>
    join(import.meta.dirname, each),
  );
  const { status, stdout } = spawnSync('shellcheck', scripts, { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
