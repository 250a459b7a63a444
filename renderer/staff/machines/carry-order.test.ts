import { expect, it } from 'vitest';
import type { StaffAnswer, StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { err, ok } from '../../../domain/result.ts';
import { createFakeHub } from '../fake-hub.fixture.ts';
import { carryOrder } from './carry-order.ts';

type Read = StaffAnswer<'readOrder'> | StaffRefusal;
const ended: Read = { state: 'ended', result: { kind: 'printed', outcome: { state: 'printed' } } };

/** Gives an order and reads what became of it in these words, the last again and again. */
async function carry({ given = 'taken', reads }: { given?: 'taken' | StaffRefusal; reads: readonly Read[] }) {
  const hub = createFakeHub();
  let number = 0;
  let clock = 0;
  let fetched = 0;
  hub.answers.order = () => (given === 'taken' ? ok({}) : err(given));
  hub.answers.readOrder = () => {
    const read = reads[Math.min(number, reads.length - 1)] ?? 'not-found';
    number += 1;
    return typeof read === 'string' ? err(read) : ok(read);
  };
  const order = { kind: 'pause', printer: 'badges' } as const;
  const end = await carryOrder(
    { client: hub, kiosk: 'K1', order, onFetched: () => (fetched += 1) },
    {
      pause: (milliseconds) => {
        clock += milliseconds;
        return Promise.resolve();
      },
      now: () => clock,
    },
  );
  return { end, fetched, orders: hub.calls.filter(({ name }) => name === 'order').length, clock };
}

const waiting: Read = { state: 'waiting', result: null };
const fetched: Read = { state: 'fetched', result: null };
const expired: Read = { state: 'expired', result: null };

it('waits until the kiosk has answered', async () => {
  const carried = await carry({ reads: [waiting, waiting, fetched, fetched, ended] });
  expect(carried.end).toEqual({ kind: 'ended', result: { kind: 'printed', outcome: { state: 'printed' } } });
  expect(carried.fetched).toBe(1);
});

it('an order that no kiosk fetched was not taken', async () => {
  expect((await carry({ reads: [waiting, expired] })).end).toEqual({ kind: 'not-taken' });
});

it('an order that was fetched and never answered is unknown', async () => {
  expect((await carry({ reads: [fetched, expired] })).end).toEqual({ kind: 'unknown' });
});

it('what the hub refuses was not given', async () => {
  expect((await carry({ given: 'kiosk-away', reads: [] })).end).toEqual({ kind: 'refused', refusal: 'kiosk-away' });
});

it('an answer that was lost on the way is looked for, and the order not given twice', async () => {
  const carried = await carry({ given: 'offline', reads: ['offline', 'offline', fetched, ended] });
  expect(carried.end.kind).toBe('ended');
  expect(carried.orders).toBe(1);
});

it('an order that surely never arrived is refused with the reason', async () => {
  expect((await carry({ given: 'offline', reads: ['offline', 'not-found'] })).end).toEqual({
    kind: 'refused',
    refusal: 'offline',
  });
});

it('a hub that has forgotten a given order leaves it unknown', async () => {
  expect((await carry({ reads: [waiting, 'not-found'] })).end).toEqual({ kind: 'unknown' });
});

it('gives up, without a claim, when the hub stays away', async () => {
  const carried = await carry({ reads: [waiting, 'offline'] });
  expect(carried.end).toEqual({ kind: 'unknown' });
  expect(carried.clock).toBeGreaterThan(120_000);
  expect(carried.orders).toBe(1);
});
