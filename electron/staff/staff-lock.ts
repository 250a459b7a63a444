import type { Result } from '../../domain/result.ts';
import { lockOut, waitAfter } from '../../domain/staff/lock-out.ts';
import type { WrongPinCount } from './wrong-pin-count.ts';

export type LockState =
  { readonly state: 'open' | 'locked' } | { readonly state: 'wait'; /** Whole, from 1. */ readonly seconds: number };

/** Keeps PINs from being tried one after another. */
export interface StaffLock {
  read(): LockState;
  /** Before a PIN is checked it counts as wrong, on the disk: a plug that is pulled meanwhile gives no free try. */
  count(): Result<void, 'storage-failed'>;
  /** It could not be checked, or was checked elsewhere: what `count` added goes. */
  takeBack(): void;
  /** Somebody proved who they are, or the hub said so. */
  open(): void;
}

export interface StaffLockParts {
  readonly wrongPins: WrongPinCount;
  /** Milliseconds that only go forward: no wall clock opens anything. */
  readonly clock: () => number;
  /** It has been locked, or opened again. */
  readonly onChange: () => void;
}

/** A wait begins with the last wrong PIN, and anew with the host. */
export function createStaffLock({ wrongPins, clock, onChange }: StaffLockParts): StaffLock {
  let wrong = wrongPins.read();
  let since = clock();
  let before = { wrong, since };

  function set(next: { wrong: number; since: number }): Result<void, 'storage-failed'> {
    const wasLocked = isLocked(wrong);
    const kept = wrongPins.write(next.wrong);
    if (!kept.ok && next.wrong > wrong) return kept;
    ({ wrong, since } = next);
    if (wasLocked !== isLocked(wrong)) onChange();
    return kept;
  }

  return {
    read() {
      const wait = waitAfter(wrong);
      if (wait === 'locked') return { state: 'locked' };
      const left = wait - (clock() - since) / 1000;
      return left > 0 ? { state: 'wait', seconds: Math.ceil(left) } : { state: 'open' };
    },
    count() {
      before = { wrong, since };
      return set({ wrong: wrong + 1, since: clock() });
    },
    takeBack() {
      set(before);
    },
    open() {
      if (wrong > 0) set({ wrong: 0, since: clock() });
    },
  };
}

function isLocked(wrong: number): boolean {
  return wrong >= lockOut.lockedAt;
}
