import { describe, expect, it } from 'vitest';
import { findGuessableCodes } from './guessable-codes.ts';

function list(length: number, code: (at: number) => string): string[] {
  return Array.from({ length }, (_, at) => code(at));
}

/** Spread over all codes of that many symbols, and the same each time. */
function spread(at: number, symbols: string, length: number): string {
  let state = BigInt(at + 1) * 0x9e3779b97f4a7c15n;
  state = ((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n) & 0xffffffffffffffffn;
  return Array.from({ length }, () => {
    const symbol = symbols.charAt(Number(state % BigInt(symbols.length)));
    state /= BigInt(symbols.length);
    return symbol;
  }).join('');
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digits = '0123456789';

describe('codes that can be guessed', () => {
  it.each([
    ['running numbers', list(500, (at) => `ME25${String(at).padStart(6, '0')}`), 'running'],
    [
      'running numbers with a check digit',
      list(500, (at) => `ME25${String(at * 10 + (at % 7)).padStart(8, '0')}`),
      'running',
    ],
    ['running numbers in any order', list(500, (at) => `T${10_000_000 + ((at * 7) % 500)}`), 'running'],
    ['codes of six characters', list(500, (at) => spread(at, letters, 6)), 'short'],
    ['eight digits for 5,000 visitors', list(5000, (at) => spread(at, digits, 8)), 'few'],
    ['four symbols after what all have', list(500, (at) => `MICROE25${spread(at, letters, 4)}`), 'few'],
  ])('are %s', (_what, codes, why) => {
    expect(findGuessableCodes(codes)).toMatchObject([{ why }]);
    expect(findGuessableCodes(codes)[0]?.at).toHaveLength(codes.length);
  });

  it.each([
    ['eight random symbols', list(5000, (at) => spread(at, letters, 8))],
    ['eight random symbols after what all have', list(5000, (at) => `ME25${spread(at, letters, 8)}`)],
    ['eight random symbols for 50,000', list(50_000, (at) => spread(at, letters, 8))],
    ['sixteen digits', list(5000, (at) => spread(at, digits, 16))],
    ['a single code', ['ME257K3Q9XTA']],
    ['none', []],
  ])('are not %s', (_what, codes) => {
    expect(findGuessableCodes(codes)).toEqual([]);
  });

  it('are told apart from those that cannot', () => {
    const good = list(50, (at) => spread(at, letters, 10));
    const found = findGuessableCodes(['AB12', ...good, 'ROW00001', 'ROW00002', 'ROW00003']);
    expect(found).toEqual([
      { at: [0], why: 'short' },
      { at: [51, 52, 53], why: 'running' },
    ]);
  });
});
