import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBuilder } from 'vite';
import { createElectronStandIn } from './stand-in.ts';

const configFile = join(import.meta.dirname, '..', '..', 'electron', 'vite.config.ts');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-bundle-'));
  const build = { outDir: folder, emptyOutDir: false };
  const environments = { main: { build }, hub: { build }, preload: { build } };
  const builder = await createBuilder({ configFile, environments, logLevel: 'warn' });
  await builder.buildApp();
  symlinkSync(join(import.meta.dirname, '..', '..', 'node_modules'), join(folder, 'node_modules'), 'junction');
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function listImports(file: string): string[] {
  const bundle = readFileSync(join(folder, file), 'utf8');
  return Array.from(bundle.matchAll(/^import .*?from "([^"]+)"/gmu), ([, name = '']) => name);
}

describe('the bundle for Electron', () => {
  it('imports only what Node, Electron or node_modules has', () => {
    const imported = listImports('main.js');
    expect(imported).toContain('electron');
    expect(listImports('hub.js')).toContain('fastify');
    expect(listImports('hub.js')).not.toContain('electron');
    imported.push(...listImports('hub.js'));
    const foreign = imported.filter((name) => name !== 'electron' && !isBuiltin(name));
    expect(foreign.filter((name) => !import.meta.resolve(name).includes('/node_modules/'))).toEqual([]);
  });

  it('has a hub that runs on its own', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'hub.js'), '--help']);
    expect(stdout).toContain('--own-kiosk');
  });

  it('has a preload script that a sandboxed page can run: CommonJS, and Electron alone', () => {
    const { module, exposed } = createElectronStandIn();
    const required: string[] = [];
    runInNewContext(readFileSync(join(folder, 'preload.cjs'), 'utf8'), {
      require(name: string) {
        required.push(name);
        return module;
      },
      exports: {},
    });
    expect(required).toEqual(['electron']);
    expect([...exposed.keys()]).toEqual(['foyer']);
  });
});
