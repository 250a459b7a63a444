import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crockfordSymbols } from '../../domain/crockford.ts';
import { formatEnrolmentCode, parseEnrolmentCode } from '../../domain/protocol/enrolment.ts';
import { codeSymbols, shapeCode } from './code-shape.ts';

const symbols = (length: number) =>
  fc
    .array(fc.constantFrom(...Array.from(crockfordSymbols)), { minLength: length, maxLength: length })
    .map((each) => each.join(''));

describe('a code that is being typed', () => {
  it('is complete exactly when the host takes it', () => {
    fc.assert(
      fc.property(fc.oneof(symbols(codeSymbols), fc.string({ maxLength: 30 })), (typed) => {
        expect(shapeCode(typed).isComplete).toBe(parseEnrolmentCode(typed).ok);
      }),
    );
  });

  it('is written as the hub shows it, and stays so when it is typed on', () => {
    fc.assert(
      fc.property(symbols(16), symbols(8), (fingerprint, secret) => {
        const shown = formatEnrolmentCode({ fingerprint, secret });
        let written = '';
        for (const symbol of fingerprint + secret) written = shapeCode(written + symbol.toLowerCase()).written;
        expect(written).toBe(shown);
        expect(shapeCode(shown)).toEqual({ written: shown, count: 24, isComplete: true, problem: null });
      }),
    );
  });

  it('names a letter that no code has, and keeps it to be seen', () => {
    expect(shapeCode('7k3u')).toEqual({
      written: '7K3U',
      count: 4,
      isComplete: false,
      problem: { kind: 'no-such-symbol', symbol: 'U' },
    });
  });

  it('says when it is too long, and takes O and I for what they are', () => {
    expect(shapeCode('0'.repeat(25)).problem).toEqual({ kind: 'too-long' });
    expect(shapeCode('oil').written).toBe('011');
  });
});
