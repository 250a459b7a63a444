import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grantSeats, seatsLeft } from './lease-rules.ts';

const some = fc.integer({ min: 0, max: 60 });

it('grants what is wanted as far as it is free, one seat after another', () => {
  fc.assert(
    fc.property(some, some, some, (capacity, held, wanted) => {
      let granted = 0;
      while (granted < wanted && held + granted < capacity) granted += 1;
      expect(grantSeats({ capacity, held, wanted })).toBe(granted);
    }),
  );
});

it('leaves what was neither booked nor given back', () => {
  fc.assert(
    fc.property(some, some, some, (seats, returned, booked) => {
      const naive = Array.from({ length: seats }).slice(returned).slice(booked).length;
      expect(seatsLeft({ seats, returned, booked })).toBe(naive);
    }),
  );
});

it('never gives away more seats than there are, whoever asks, returns and books in whatever order', () => {
  const step = fc.record({
    kiosk: fc.integer({ min: 0, max: 3 }),
    act: fc.constantFrom('ask', 'book', 'cancel', 'return'),
    wanted: fc.integer({ min: 1, max: 10 }),
  });
  fc.assert(
    fc.property(some, fc.array(step, { maxLength: 80 }), (capacity, steps) => {
      const leases = Array.from({ length: 4 }, () => ({ seats: 0, returned: 0, booked: 0 }));
      for (const { kiosk, act, wanted } of steps) {
        const lease = leases[kiosk];
        if (lease === undefined) continue;
        const held = leases.reduce((sum, { seats, returned }) => sum + seats - returned, 0);
        if (act === 'ask') lease.seats += grantSeats({ capacity, held, wanted });
        if (act === 'book' && seatsLeft(lease) > 0) lease.booked += 1;
        if (act === 'cancel' && lease.booked > 0) lease.booked -= 1;
        if (act === 'return') lease.returned += Math.min(wanted, seatsLeft(lease));
        expect(leases.reduce((sum, { booked }) => sum + booked, 0)).toBeLessThanOrEqual(capacity);
      }
    }),
  );
});
