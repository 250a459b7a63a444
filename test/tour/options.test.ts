import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('all languages and a simulated printer unless told', () => {
  expect(readOptions(['--out', 'x'])).toEqual({
    ok: true,
    value: { out: 'x', languages: ['en', 'zh-Hant', 'zh-Hans'], printer: null, names: null },
  });
});

test('one language, a printer, a list', () => {
  const argv = ['--out', 'x', '--lang', 'zh-Hant', '--printer', 'tcp://10.0.0.7', '--names', 'n.txt'];
  expect(readOptions(argv)).toMatchObject({
    ok: true,
    value: { languages: ['zh-Hant'], printer: { host: '10.0.0.7', port: 9100 }, names: 'n.txt' },
  });
});

test('help needs nothing else', () => {
  expect(readOptions(['--help'])).toEqual({ ok: true, value: 'help' });
});

test.each([
  [[], '--out needs a folder'],
  [['--out', 'x', '--lang', 'fr'], '--lang takes en, zh-Hant, zh-Hans'],
  [['--out', 'x', '--printer', 'folder:y'], '--printer takes tcp://HOST[:PORT]'],
  [['--out', 'x', '--nmaes', 'y'], 'nmaes'],
])('%j is refused with what is wrong', (argv, words) => {
  const options = readOptions(argv);
  expect(options.ok ? '' : options.reason).toContain(words);
});
