import { randomUUID } from 'node:crypto';
import { err, ok } from '../../../domain/result.ts';
import type { StaffRoutes } from '../staff-routes.ts';
import type { VisitorParts } from './visitor-parts.ts';

/** The visitor withdraws consent. Answers when nothing of them is left at this hub; kiosks follow when they hear of it. */
export function createEraseCall({
  store,
  vault,
  identity,
  attendees,
  search,
}: VisitorParts): Pick<StaffRoutes, 'eraseVisitor'> {
  return {
    async eraseVisitor({ visitor }, session) {
      if (!vault.isUnlocked) return err('locked');
      const noting = store.noting({ session, action: 'eraseVisitor', subjects: [visitor] });
      const erased = await noting.erasure.erase({ visitor, createId: () => randomUUID(), sign: identity.sign });
      if (!erased.ok) return erased;
      await attendees.forgetTickets(erased.value.tickets);
      await search.settle();
      return ok({ records: erased.value.records });
    },
  };
}
