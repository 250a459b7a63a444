import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceOutbox, countWaiting, emptyOutbox, type OutboxState } from './outbox.ts';

describe('the outbox', () => {
  it('begins at the first record, with no hub', () => {
    expect(emptyOutbox).toEqual({ epoch: null, nextSequence: 1 });
    expect(countWaiting(emptyOutbox, 0)).toBe(0);
    expect(countWaiting(emptyOutbox, 7)).toBe(7);
  });

  it('within an epoch never goes back for late answers, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }), (answers) => {
        const state = answers.reduce<OutboxState>(
          (before, nextSequence) => advanceOutbox(before, { epoch: 'a', nextSequence }, 'accepted'),
          { ...emptyOutbox, epoch: 'a' },
        );
        expect(state).toEqual({ epoch: 'a', nextSequence: Math.max(...answers) });
      }),
    );
  });

  it('believes a hub that asks for something else, back or forth', () => {
    const state = { epoch: 'a', nextSequence: 40 };
    for (const nextSequence of [1, 39, 41]) {
      expect(advanceOutbox(state, { epoch: 'a', nextSequence }, 'out-of-sequence').nextSequence).toBe(nextSequence);
    }
  });

  it('begins again with a hub that has lost its disk', () => {
    const state = { epoch: 'a', nextSequence: 40 };
    expect(advanceOutbox(state, { epoch: 'b', nextSequence: 1 }, 'out-of-sequence')).toEqual({
      epoch: 'b',
      nextSequence: 1,
    });
  });

  it('does not believe a late answer of the hub before', () => {
    const state = { epoch: 'b', nextSequence: 1 };
    expect(advanceOutbox(state, { epoch: 'a', nextSequence: 40 }, 'accepted')).toEqual(state);
  });

  it('counts what waits and never less than nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 100 }), (nextSequence, last) => {
        const waiting = Array.from({ length: last }, (_, at) => at + 1).filter((each) => each >= nextSequence);
        expect(countWaiting({ epoch: 'a', nextSequence }, last)).toBe(waiting.length);
      }),
    );
  });
});
