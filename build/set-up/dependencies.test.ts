import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areInstalled } from './dependencies.mjs';

interface Entry {
  version: string;
  integrity?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
}

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foyer-install-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const zod = { version: '4.0.0', integrity: 'sha512-a' };

function lock(packages: Record<string, Entry>) {
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': { version: '1.0.0' }, ...packages } }),
  );
}
function install(packages: Record<string, Entry>) {
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
}

describe('dependencies are installed', () => {
  it('when npm says that it has installed what the lock file names', () => {
    lock({ 'node_modules/zod': zod });
    install({ 'node_modules/zod': zod });
    expect(areInstalled(root)).toBe(true);
  });

  it('without an optional one that is for another platform', () => {
    lock({ 'node_modules/zod': zod, 'node_modules/other': { version: '1.0.0', optional: true, os: ['plan9'] } });
    install({ 'node_modules/zod': zod });
    expect(areInstalled(root)).toBe(true);
  });
});

describe('dependencies are not installed', () => {
  it('when npm has not come to its end', () => {
    lock({ 'node_modules/zod': zod });
    expect(areInstalled(root)).toBe(false);
  });

  it('when what npm wrote is torn', () => {
    lock({ 'node_modules/zod': zod });
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"packages": {"node_m');
    expect(areInstalled(root)).toBe(false);
  });

  it.each([
    ['is missing', {}],
    ['has another version', { 'node_modules/zod': { ...zod, version: '4.0.1' } }],
    ['has another content', { 'node_modules/zod': { ...zod, integrity: 'sha512-b' } }],
  ])('when a package %s', (_, installed) => {
    lock({ 'node_modules/zod': zod });
    install(installed);
    expect(areInstalled(root)).toBe(false);
  });

  it.each([{ os: ['plan9'] }, { cpu: ['pdp11'] }])('when they are those of another platform (%o)', (platform) => {
    const native = { version: '1.0.0', optional: true, ...platform };
    lock({ 'node_modules/native': native });
    install({ 'node_modules/native': native });
    expect(areInstalled(root)).toBe(false);
  });
});
