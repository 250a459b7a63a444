import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFilesForgot } from './check-wiped.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-wiped-'));
  mkdirSync(join(folder, 'deep'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function keep(content: Buffer | string): void {
  writeFileSync(join(folder, 'deep', 'file'), content);
}

const secret = '歐陽 Zoë-1';
const file = join('deep', 'file');

test.each([
  ['UTF-8', Buffer.from(`x${secret}x`)],
  ['UTF-16LE', Buffer.from(`x${secret}x`, 'utf16le')],
  ['part of an address', `https://example.org/?name=${encodeURIComponent(secret)}&x`],
])('finds a text as %s', (form, content) => {
  keep(content);
  expect(checkFilesForgot(folder, [secret])).toEqual([`${file} holds “${secret}” as ${form}`]);
});

test('finds a text in base64, wherever it begins', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 6, unit: 'grapheme' }), fc.string(), fc.string(), (text, before, after) => {
      keep(Buffer.from(before + text + after).toString('base64'));
      expect(checkFilesForgot(folder, [text])).toContain(`${file} holds “${text}” as base64`);
    }),
  );
});

test('finds nothing where there is nothing', () => {
  keep(Buffer.from('歐陽 Zoe'));
  expect(checkFilesForgot(folder, [secret])).toEqual([]);
});
