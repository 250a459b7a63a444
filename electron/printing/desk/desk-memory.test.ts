import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asNew, createDeskMemory } from './desk-memory.ts';

let folder: string;
let path: string;
let log: string;
const logger = pino({}, { write: (line: string) => (log += line) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-desk-'));
  path = join(folder, 'printers.json');
  log = '';
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const kept = { first: { ...asNew, isPaused: true }, second: { ...asNew, movedTo: 'first' } };

it('gives back what was kept, in a file for this user only', () => {
  createDeskMemory(path, logger).write(kept);
  expect(createDeskMemory(path, logger).read()).toEqual(kept);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('knows nothing at the first start, and finds nothing wrong with that', () => {
  expect(createDeskMemory(path, logger).read()).toEqual({});
  expect(log).toBe('');
});

it.each(['', 'null', '{"first": {"isPaused": "yes"}}', '{"first"'])(
  'begins anew after a broken file: %s',
  (content) => {
    writeFileSync(path, content);
    const memory = createDeskMemory(path, logger);
    expect(memory.read()).toEqual({});
    expect(log).toContain('begins anew');
    memory.write(kept);
    expect(memory.read()).toEqual(kept);
  },
);

it('fails nothing when it cannot be written', () => {
  const memory = createDeskMemory(join(path, 'no', 'such'), logger);
  memory.write(kept);
  expect(log).toContain('could not be kept');
  expect(() => readFileSync(path)).toThrow();
});
