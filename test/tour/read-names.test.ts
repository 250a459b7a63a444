import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readNames } from './read-names.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-names-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a line is a name, perhaps with a Latin spelling', () => {
  const path = write('names.txt', '\ufeff陳大文\tChan Tai Man\r\n\r\nZoë\n');
  expect(readNames(path)).toEqual([
    { own: '陳大文', latin: 'Chan Tai Man' },
    { own: 'Zoë', latin: '' },
  ]);
});

test('an array in JSON keeps what a line could not hold', () => {
  const path = write('names.json', '["a\\tb", "", "c\\nd"]');
  expect(readNames(path).map(({ own }) => own)).toEqual(['a\tb', '', 'c\nd']);
});

test('another JSON is refused in words', () => {
  expect(() => readNames(write('names.json', '{"name": 1}'))).toThrow('no array of strings');
});
