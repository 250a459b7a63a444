import type { PinHash, StaffMember, StaffRole } from '../../domain/staff/staff-member.ts';
import type { Result } from '../../domain/result.ts';
import type { Answer } from '../store/store.ts';

export type MayTry<Reason> = (counts: ReadonlyMap<string, number>) => Result<void, Reason>;

/** Who may sign in. Each change is told to kiosks: feed items `staff`, hashes only. */
export interface Members {
  list(): Answer<StaffMember[]>;
  find(number: string): Answer<StaffMember | null>;
  /** @param badge its hash */
  findByBadge(badge: string): Answer<StaffMember | null>;
  /** Under the lowest number that is free. `full`: there are a hundred. */
  add(member: { label: string; role: StaffRole; pin: PinHash; badge: string }): Answer<StaffMember, 'full'>;
  remove(number: string): Answer<void, 'not-found'>;
  setPin(number: string, pin: PinHash): Answer<StaffMember, 'not-found'>;
  /** Wrong PINs in a row by source, such as `staff 12` or `kiosk K1`; sources without one are left out. */
  readTries(): Answer<Map<string, number>>;
  /**
   * Counts one more wrong PIN for each source, unless `mayTry` refuses with a reason by what is counted so far; in one transaction, so
   * that two who try at once are counted as two.
   * @returns the new counts
   */
  countTry<Reason>(sources: readonly string[], mayTry: MayTry<Reason>): Answer<Map<string, number>, Reason>;
  clearTries(sources: readonly string[]): Answer<void>;
}
