import type { Staff } from '../../domain/staff/staff-member.ts';

/** A member of staff who is signed in, and where. */
export interface StaffSession {
  readonly staff: Staff;
  /** The kiosk that they stand at; null for a browser. */
  readonly kiosk: string | null;
}
