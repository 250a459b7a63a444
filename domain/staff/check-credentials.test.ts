import { expect, it } from 'vitest';
import { createQueue, hashPin, hashStaffBadge, isPin } from './check-credentials.ts';
import { pinHashSchema } from './staff-member.ts';

const salt = 'A'.repeat(22);

it('knows the PIN again, and no other', async () => {
  const kept = await hashPin('271828', salt);
  expect(pinHashSchema.parse(kept)).toEqual(kept);
  expect(await isPin('271828', kept)).toBe(true);
  expect(await isPin('271829', kept)).toBe(false);
});

it('keeps of the same PIN something else with another salt', async () => {
  expect((await hashPin('271828', salt)).hash).not.toBe((await hashPin('271828', 'B'.repeat(21) + 'A')).hash);
});

it('keeps a badge as SHA-256 of what its code says', () => {
  // printf FOYER-STAFF-00000000000000000000000000 | openssl dgst -sha256 -binary | basenc --base64url
  expect(hashStaffBadge(`FOYER-STAFF-${'0'.repeat(26)}`)).toBe('6SWQyzSoz7FMrBBZ5ikGl5qr1tLBIh3-xBiJq2AuKRk');
});

it('runs no more at once than it may, in order, and goes on after a failure', async () => {
  const queue = createQueue(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const work = (number: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    order.push(number);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (number === 1) throw new Error('of one');
    return number;
  };
  const done = await Promise.allSettled([0, 1, 2, 3, 4].map((number) => queue(work(number))));
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});
