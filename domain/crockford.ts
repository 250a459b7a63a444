/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O, U, so that it can be read aloud. */
export const crockfordSymbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a person typed, as symbols: any case, with or without dashes and spaces, O for 0, I or L for 1. */
export function normaliseCrockford(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
