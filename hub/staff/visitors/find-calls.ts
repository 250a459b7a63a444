import { parseClaimCode } from '../../../domain/claim-code.ts';
import type { VisitorSummary } from '../../../domain/protocol/staff-calls.ts';
import { err, ok } from '../../../domain/result.ts';
import type { StaffRoutes } from '../staff-routes.ts';
import { describeAttendee, describeSide, describeVisitor, type PairSide } from './describe-visitor.ts';
import type { VisitorParts } from './visitor-parts.ts';

/** Looking for visitors, and at them. The trail has who was shown, and nothing of what was asked. */
export function createFindCalls(
  parts: VisitorParts,
): Pick<StaffRoutes, 'findVisitors' | 'readVisitor' | 'readAttendee' | 'noteReprint'> {
  const { store, vault, search } = parts;

  /** A scanned badge is found while the search is still reading, too. */
  async function findBadge(query: string): Promise<VisitorSummary[]> {
    const claimCode = parseClaimCode(query);
    if (search.isWhole() || !claimCode.ok) return [];
    const found = await store.people.findByClaimCode(claimCode.value);
    const sides = found.ok ? found.value.map((visitor) => describeSide(visitor, vault)) : [];
    return sides.filter((side) => side !== null).map(summarise);
  }

  return {
    async findVisitors({ query, limit }, session) {
      const badges = await findBadge(query);
      const found = await search.find({ query, limit });
      if (!found.ok) return found;
      const { visitors: indexed, total } = found.value;
      const early = badges.filter((badge) => indexed.every(({ visitor }) => visitor !== badge.visitor));
      const visitors = [...early, ...indexed].slice(0, limit);
      const subjects = visitors.map(({ visitor, attendee }) => visitor ?? attendee ?? '');
      if (subjects.length > 0) {
        const noted = await store.audit.append({ session, action: 'findVisitors', subjects });
        if (!noted.ok) return noted;
      }
      return ok({ visitors, total: total + early.length });
    },
    async readVisitor({ visitor }, session) {
      const details = await describeVisitor(visitor, parts);
      if (!details.ok) return details;
      const noted = await store.audit.append({ session, action: 'readVisitor', subjects: [visitor] });
      return noted.ok ? details : noted;
    },
    async readAttendee({ attendee: index }, session) {
      if (!vault.isUnlocked) return err('locked');
      const came = await store.people.findByTicket(index);
      if (!came.ok) return came;
      const sealed = await store.people.findAttendee(index);
      if (!sealed.ok) return sealed;
      if (came.value === null && sealed.value === null) return err('not-found');
      const noted = await store.audit.append({ session, action: 'readAttendee', subjects: [index] });
      if (!noted.ok) return noted;
      if (came.value !== null) return describeVisitor(came.value.visitor, parts);
      const attendee = vault.openAttendee({ index, sealed: sealed.value ?? '' });
      return attendee === null ? err('failed') : ok(describeAttendee(index, attendee));
    },
    async noteReprint({ visitor, reason }, session) {
      const found = await store.people.read(visitor);
      if (!found.ok) return found;
      if (found.value === null) return err('not-found');
      const noted = await store.audit.append({ session, action: 'noteReprint', subjects: [visitor, reason] });
      return noted.ok ? ok({}) : noted;
    },
  };
}

function summarise({ visitor, attendee, claimCode, name, status, field, contactHint }: PairSide): VisitorSummary {
  return { visitor, attendee, claimCode, name, status, field, contactHint };
}
