import { createQueue, hashStaffBadge, isPin } from '../../domain/staff/check-credentials.ts';
import type { Credentials, StaffMember } from '../../domain/staff/staff-member.ts';

/** Takes as long as the PIN of somebody whom there is. */
const nobodysPin = { salt: 'A'.repeat(22), hash: 'A'.repeat(43) };
const oneAtATime = createQueue(1);

/** Who it is among those the hub has told of; null when the PIN or the badge is nobody's. */
export async function checkLocally(
  credentials: Credentials,
  members: readonly StaffMember[],
): Promise<StaffMember | null> {
  if (credentials.by === 'badge') {
    const hash = hashStaffBadge(credentials.badge);
    return members.find(({ badge }) => badge === hash) ?? null;
  }
  const member = members.find(({ number }) => number === credentials.number) ?? null;
  const isRight = await oneAtATime(() => isPin(credentials.pin, member?.pin ?? nobodysPin));
  return isRight ? member : null;
}
