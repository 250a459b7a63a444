import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBuilder } from 'vite';
import { createElectronStandIn } from './stand-in.ts';

const configFile = join(import.meta.dirname, '..', '..', 'electron', 'vite.config.ts');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-bundle-'));
  const build = { outDir: folder, emptyOutDir: false };
  const environments = { main: { build }, preload: { build } };
  const builder = await createBuilder({ configFile, environments, logLevel: 'warn' });
  await builder.buildApp();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the bundle for Electron', () => {
  it('imports only what Node, Electron or node_modules has', () => {
    const main = readFileSync(join(folder, 'main.js'), 'utf8');
    const imported = Array.from(main.matchAll(/^import .*?from "([^"]+)"/gmu), ([, name = '']) => name);
    expect(imported).toContain('electron');
    const foreign = imported.filter((name) => name !== 'electron' && !isBuiltin(name));
    expect(foreign.filter((name) => !import.meta.resolve(name).includes('/node_modules/'))).toEqual([]);
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
