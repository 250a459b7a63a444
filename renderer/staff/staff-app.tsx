import type { Staff } from '../../domain/staff/staff-member.ts';
import type { StaffClient, StaffScope } from './staff-client.ts';

export interface StaffAppProps {
  readonly client: StaffClient;
  readonly staff: Staff;
  readonly scope: StaffScope;
  /** Out of staff mode; in a kiosk `register` leads to the visitor's own form. */
  readonly onLeave: (to?: 'register') => void;
}

/** What staff see once they are signed in. */
export function StaffApp({ staff }: StaffAppProps) {
  return <main>{staff.label}</main>;
}
