import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes, toSingleLine } from './text.ts';

describe('toSingleLine', () => {
  it.each([
    ['line feeds and tabs become spaces', 'a\r\nb\tc\u2028d', 'a b c d'],
    ['runs of space become one, ends are trimmed', '  a \u00a0 b\u3000 ', 'a b'],
    [
      'control bytes of a printer go',
      '\u0010\u0004\u0001a\u001b@b\u007f\u009b',
      'ab'.replace('b', '@b').replace('\u0001', ''),
    ],
    ['bidirectional controls go', '\u202eabc\u202c\u2066d\u2069\u200f', 'abcd'],
    ['a byte order mark, soft hyphen and zero width space go', '\ufeffa\u00adb\u200bc', 'abc'],
    ['private, unassigned and lone surrogates go', 'a\ue000\u0378\ud800b', 'ab'],
    ['joiners of Persian and Devanagari stay', 'می\u200cخواهم क\u094d\u200dष', 'می\u200cخواهم क\u094d\u200dष'],
    ['letters are composed', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['emoji with joiners and selectors stay whole', '👩\u200d💻 ❤\ufe0f', '👩\u200d💻 ❤\ufe0f'],
  ])('%s', (_what, typed, line) => {
    expect(toSingleLine(typed)).toBe(line);
  });

  it('leaves nothing that a printer could take for a command, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const line = toSingleLine(typed);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        expect(line).not.toMatch(/^\s|\s$|\s\s/);
        expect(toSingleLine(line)).toBe(line);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('countGraphemes', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['陳大文', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['👩\u200d👩\u200d👧', 1],
    ['🇭🇰', 1],
    ['नि', 1],
    ['한국', 2],
  ])('counts %j as %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });
});
