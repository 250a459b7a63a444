import { assert } from './assert.ts';
import { crockfordSymbols, normaliseCrockford } from './crockford.ts';
import { err, ok, type Result } from './result.ts';

const randomSymbols = 7;

/**
 * The code that finds a registration again, printed in words beside the QR: `K7QX-2M9Q`.
 * 35 random bits and a check symbol; it says nothing about the visitor.
 * @param random at least 7 random bytes
 */
export function createClaimCode(random: Uint8Array): string {
  assert(random.length >= randomSymbols, 'a claim code needs 7 random bytes');
  const values = [...random.subarray(0, randomSymbols)].map((byte) => byte % 32);
  return format([...values, checkValue(values)]);
}

/** Forgives what `normaliseCrockford` forgives; the check symbol has to be right. */
export function parseClaimCode(typed: string): Result<string, 'not-a-claim-code'> {
  const normal = normaliseCrockford(typed);
  const values = [...normal].map((symbol) => crockfordSymbols.indexOf(symbol));
  if (values.length !== randomSymbols + 1 || values.includes(-1)) return err('not-a-claim-code');
  if (checkValue(values.slice(0, randomSymbols)) !== values[randomSymbols]) return err('not-a-claim-code');
  return ok(format(values));
}

/**
 * A symbol counts as an element of the field with 32 elements, weighted by a power of x that is its place's own. No single wrong symbol and no
 * swap of two symbols goes unnoticed, which no sum modulo 31 or 32 can promise for 32 crockfordSymbols.
 */
function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum ^ value), 0);
}

/** Modulo the primitive polynomial x⁵ + x² + 1. */
function timesX(value: number): number {
  return (value << 1) ^ (value & 0b10000 ? 0b100101 : 0);
}

function format(values: readonly number[]): string {
  const text = values.map((value) => crockfordSymbols.charAt(value)).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
