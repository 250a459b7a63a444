import { crockfordSymbols } from '../../domain/crockford.ts';
import { hashPin } from '../../domain/staff/check-credentials.ts';
import type { PinHash } from '../../domain/staff/staff-member.ts';

type Random = (size: number) => Uint8Array;

/** Six digits that nobody tries first: each with the same chance, but for those that are easy to guess. */
export function makePin(random: Random): string {
  for (;;) {
    // Of the numbers that 32 bits have, the last ones that would make some PINs likelier are left out.
    const drawn = Buffer.from(random(4)).readUInt32BE();
    if (drawn >= 4_294_000_000) continue;
    const pin = (drawn % 1_000_000).toString().padStart(6, '0');
    if (!isTrivial(pin)) return pin;
  }
}

/** Fewer than four different digits, a run such as 3456 or 9876, something said twice, or a year. */
export function isTrivial(pin: string): boolean {
  if (new Set(pin).size < 4) return true;
  if (pin.slice(0, 3) === pin.slice(3)) return true;
  if (/19\d\d|20\d\d/.test(pin)) return true;
  return [0, 1, 2].some((start) => runs.some((run) => run.includes(pin.slice(start, start + 4))));
}

const runs = ['01234567890', '09876543210'];

/** A new PIN and what is kept of it. */
export async function makePinHash(random: Random): Promise<{ pin: string; kept: PinHash }> {
  const pin = makePin(random);
  return { pin, kept: await hashPin(pin, Buffer.from(random(16)).toString('base64url')) };
}

/** 128 random bits as a staff badge's QR code says them. */
export function makeStaffBadge(random: Random): string {
  let bits = Buffer.from(random(16)).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = '';
  // 26 symbols of five bits hold 130: the first has three.
  for (let symbol = 0; symbol < 26; symbol += 1) {
    text = (crockfordSymbols[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return `FOYER-STAFF-${text}`;
}
