import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClaimCode, parseClaimCode } from './claim-code.ts';

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random = fc.uint8Array({ minLength: 7, maxLength: 7 });
const code = random.map(createClaimCode);
const position = fc.integer({ min: 0, max: 7 });

function replaceAt(text: string, index: number, symbol: string): string {
  const at = index < 4 ? index : index + 1;
  return text.slice(0, at) + symbol + text.slice(at + 1);
}

function symbolAt(text: string, index: number): string {
  return text.charAt(index < 4 ? index : index + 1);
}

describe('a claim code', () => {
  it('reads back as it was made', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(parseClaimCode(made)).toEqual({ ok: true, value: made });
      }),
    );
  });

  it('may be typed in any case, with or without the dash, with O, I and L for the digits', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('', '-', ' ', ' - '), fc.boolean(), (made, dash, lower) => {
        const typed = made.replace('-', dash).replaceAll('0', 'O').replace('1', 'I').replaceAll('1', 'l');
        expect(parseClaimCode(lower ? typed.toLowerCase() : typed)).toEqual({ ok: true, value: made });
      }),
    );
  });

  it('has a check symbol that finds every wrong symbol', () => {
    fc.assert(
      fc.property(code, position, (made, index) => {
        for (const symbol of symbols) {
          const changed = replaceAt(made, index, symbol);
          expect(parseClaimCode(changed).ok).toBe(changed === made);
        }
      }),
    );
  });

  it('has a check symbol that finds every swap of two symbols', () => {
    fc.assert(
      fc.property(code, position, position, (made, one, other) => {
        const [first, second] = [symbolAt(made, one), symbolAt(made, other)];
        const swapped = replaceAt(replaceAt(made, one, second), other, first);
        expect(parseClaimCode(swapped).ok).toBe(first === second);
      }),
      { numRuns: 2000 },
    );
  });

  it('uses every symbol in every place', () => {
    for (let byte = 0; byte < 32; byte += 1) {
      expect(createClaimCode(new Uint8Array(7).fill(byte)).slice(0, 4)).toBe(symbols.charAt(byte).repeat(4));
    }
  });

  it.each(['', 'K7QX', 'K7QX-2M9', 'K7QX-2M9P-X', 'ÀÀÀÀ-ÀÀÀÀ', 'UUUU-UUUU', '🎫🎫🎫🎫🎫🎫🎫🎫'])(
    'is not %j',
    (typed) => {
      expect(parseClaimCode(typed)).toEqual({ ok: false, reason: 'not-a-claim-code' });
    },
  );

  it('never throws on what a person types', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const outcome = parseClaimCode(typed);
        if (outcome.ok) expect(parseClaimCode(outcome.value)).toEqual(outcome);
      }),
    );
  });

  it('needs enough randomness', () => {
    expect(() => createClaimCode(new Uint8Array(6))).toThrow('7 random bytes');
  });
});
