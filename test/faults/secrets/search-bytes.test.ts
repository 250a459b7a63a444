import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { needlesOf } from './needles.ts';
import { createSearch, searchFolder } from './search-bytes.ts';

const secret = '霈霖 Zhaverby';
const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));

/** Every encoding in which the issue asks to look, of a text with something before and after it. */
const encodings: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  JSON: (text) => Buffer.from(JSON.stringify(text)),
  'an address': (text) => Buffer.from(encodeURIComponent(text)),
  base64: (text) => Buffer.from(Buffer.from(text).toString('base64')),
  'base64 of UTF-16LE': (text) => Buffer.from(Buffer.from(text, 'utf16le').toString('base64')),
};

it.each(Object.entries(encodings))('finds a secret as %s wherever it stands', (_name, encode) => {
  const search = createSearch(needlesOf(secret));
  const word = fc.string({ maxLength: 7, unit: fc.constantFrom('a', 'Z', '文', '{', ' ') });
  fc.assert(
    fc.property(noise, word, word, noise, (before, left, right, after) => {
      const found = search(Buffer.concat([before, encode(left + secret + right), after]));
      expect(found.map((needle) => needle.secret)).toContain(secret);
    }),
  );
});

it('finds exactly what plain search finds', () => {
  const needles = ['alpha-1', 'beta-22', 'gamma-3'].flatMap(needlesOf);
  const search = createSearch(needles);
  const piece = fc.oneof(noise, fc.constantFrom(...needles.map(({ bytes }) => bytes)));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const content = Buffer.concat(pieces);
      expect(new Set(search(content))).toEqual(new Set(needles.filter(({ bytes }) => content.includes(bytes))));
    }),
  );
});

it('reads every file below a folder, and their names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-search-'));
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'inner', 'file'), Buffer.from(`xx${secret}xx`));
  writeFileSync(join(folder, secret), 'nothing');
  const { leaks, files } = searchFolder(folder, needlesOf(secret));
  rmSync(folder, { recursive: true });
  expect(files).toBe(2);
  expect(leaks.map(({ file, needle }) => [file, needle.form])).toEqual(
    expect.arrayContaining([
      [join('inner', 'file'), 'UTF-8'],
      [secret, 'UTF-8'],
    ]),
  );
});
