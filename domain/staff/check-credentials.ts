import { createHash, scrypt, timingSafeEqual } from 'node:crypto';
import { pinCost, type PinHash } from './staff-member.ts';

/**
 * scrypt of a PIN at `pinCost`, in libuv's pool and not on this thread.
 * @param salt 16 bytes, base64url
 */
export function hashPin(pin: string, salt: string): Promise<PinHash> {
  const { length, ...cost } = pinCost;
  return new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, 'base64url'), length, cost, (error, key) => {
      if (error === null) resolve({ salt, hash: key.toString('base64url') });
      else reject(error);
    });
  });
}

/** Takes as long for a wrong PIN as for the right one. @throws only when there is no memory for scrypt */
export async function isPin(pin: string, expected: PinHash): Promise<boolean> {
  const { hash } = await hashPin(pin, expected.salt);
  return timingSafeEqual(Buffer.from(hash, 'base64url'), Buffer.from(expected.hash, 'base64url'));
}

/** What is kept of a staff badge: SHA-256 of all that its QR code says (`FOYER-STAFF-…`), base64url. */
export function hashStaffBadge(badge: string): string {
  return createHash('sha256').update(badge, 'utf8').digest('base64url');
}

/** Runs work with at most so many at once; the others wait in order. For scrypt: each takes 32 MB. */
export function createQueue(atOnce: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
