import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureBuilt } from './built.mjs';

let root: string;

/** Stands in for Vite: empties dist, counts its runs, fails where a source says so. */
const vite = `
const fs = require('node:fs');
fs.appendFileSync('runs', 'x');
fs.rmSync('room/dist', { recursive: true, force: true });
if (fs.readFileSync('room/a.ts', 'utf8').includes('mistake')) { console.error('a.ts: a mistake'); process.exit(1); }
fs.mkdirSync('room/dist');
fs.writeFileSync('room/dist/index.html', '');
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foyer-built-'));
  mkdirSync(join(root, 'node_modules', 'vite', 'bin'), { recursive: true });
  writeFileSync(join(root, 'node_modules', 'vite', 'bin', 'vite.js'), vite);
  mkdirSync(join(root, 'room'));
  writeFileSync(join(root, 'room', 'a.ts'), 'one');
  writeFileSync(join(root, 'lock.json'), '{}');
  vi.spyOn(console, 'log').mockReturnValue();
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const build = () => ensureBuilt({ root, node: process.execPath, room: 'room', inputs: ['room', 'lock.json'] });
const countRuns = () => (existsSync(join(root, 'runs')) ? readFileSync(join(root, 'runs'), 'utf8').length : 0);

describe('a room', () => {
  it('is built once', async () => {
    await build();
    await build();
    expect(countRuns()).toBe(1);
  });

  it.each([
    [
      'changes',
      () => {
        writeFileSync(join(root, 'room', 'a.ts'), 'two');
      },
    ],
    [
      'comes',
      () => {
        writeFileSync(join(root, 'room', 'b.ts'), '');
      },
    ],
    [
      'outside the room changes',
      () => {
        writeFileSync(join(root, 'lock.json'), '{"a":1}');
      },
    ],
  ])('is built again when a file %s', async (_, change) => {
    await build();
    change();
    await build();
    expect(countRuns()).toBe(2);
  });

  it.each([
    [
      'only gets another time',
      () => {
        utimesSync(join(root, 'room', 'a.ts'), 1, 1);
      },
    ],
    [
      'is a test',
      () => {
        writeFileSync(join(root, 'room', 'a.test.ts'), '');
      },
    ],
  ])('is not built again when a file %s', async (_, change) => {
    await build();
    change();
    await build();
    expect(countRuns()).toBe(1);
  });

  it('is built again when the last build failed, and says why it did', async () => {
    await build();
    writeFileSync(join(root, 'room', 'a.ts'), 'mistake');
    await expect(build()).rejects.toThrow('a.ts: a mistake');
    writeFileSync(join(root, 'room', 'a.ts'), 'one');
    await build();
    expect(countRuns()).toBe(3);
  });
});
