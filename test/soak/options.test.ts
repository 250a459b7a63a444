import { expect, test } from 'vitest';
import { help, readOptions } from './options.ts';

test('the issue’s own run unless told', () => {
  expect(readOptions([])).toEqual({
    ok: true,
    value: { visitors: 2000, kiosks: 2, minutes: 30, seed: null, out: 'soak.json', isShort: false },
  });
  expect(readOptions(['--visitors', '50', '--minutes', '0.5', '--seed', 'x', '--out', 'y.json'])).toEqual({
    ok: true,
    value: { visitors: 50, kiosks: 2, minutes: 0.5, seed: 'x', out: 'y.json', isShort: false },
  });
  expect(readOptions(['--help'])).toEqual({ ok: true, value: 'help' });
  expect(help).toContain('--short');
});

test('the short form is a few visitors without pauses, unless told', () => {
  expect(readOptions(['--short'])).toMatchObject({ value: { visitors: 24, kiosks: 1, minutes: 0, isShort: true } });
  expect(readOptions(['--short', '--visitors', '9'])).toMatchObject({ value: { visitors: 9 } });
});

test.each([
  ['--visitors', '0'],
  ['--visitors', '1.5'],
  ['--visitors', 'many'],
  ['--kiosks', '0'],
  ['--minutes', '-1'],
  ['--nonsense'],
])('%s %s is refused in words', (...flags) => {
  const options = readOptions(flags);
  expect(options).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/visitors|minutes|kiosks|nonsense/u) as string,
  });
});
