import { v7 } from 'uuid';
import type { CheckIn } from '../../../domain/attendee.ts';
import type { Registration } from '../../../domain/registration.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import type { OpenedRecord } from '../../../domain/sealing/open-record.ts';
import type { StaffAsked, StaffRoutes } from '../staff-routes.ts';
import { describeVisitor } from './describe-visitor.ts';
import type { VisitorParts } from './visitor-parts.ts';

/** What staff enter for a visitor. */
export function createDeskCalls(parts: VisitorParts): Pick<StaffRoutes, 'checkIn' | 'register' | 'correct'> {
  const { store, vault, desk } = parts;

  async function describe(kept: Awaited<ReturnType<typeof desk.register>>) {
    return kept.ok ? describeVisitor(kept.value, parts) : kept;
  }

  return {
    async register({ id, registration }, session) {
      if (!vault.isUnlocked) return err('locked');
      const noting = store.noting({ session, action: 'register', subjects: [id] });
      return describe(await desk.register(noting, { id, registration }));
    },
    async checkIn({ attendee: ticketIndex }, session) {
      if (!vault.isUnlocked) return err('locked');
      const came = await store.people.findByTicket(ticketIndex);
      if (!came.ok) return came;
      if (came.value !== null) return describeVisitor(came.value.visitor, parts);
      const sealed = await store.people.findAttendee(ticketIndex);
      if (!sealed.ok) return sealed;
      if (sealed.value === null) return err('not-found');
      const opened = vault.openAttendee({ index: ticketIndex, sealed: sealed.value });
      if (opened === null) return err('failed');
      const { code: _code, ...attendee } = opened;
      const id = v7();
      const noting = store.noting({ session, action: 'checkIn', subjects: [ticketIndex, id] });
      return describe(await desk.checkIn(noting, { id, ticketIndex, attendee }));
    },
    async correct({ visitor, ...change }, session) {
      if (!vault.isUnlocked) return err('locked');
      const id = v7();
      const noting = store.noting({ session, action: 'correct', subjects: [visitor, id] });
      const kept = await desk.correct(noting, {
        id,
        visitor,
        edit: (record) => {
          const opened = vault.openNow(record);
          return opened === null ? err('failed') : edit(opened, change);
        },
      });
      return kept.ok ? describeVisitor(visitor, parts) : kept;
    },
  };
}

/** Null when it says that already, so that the same correction sent twice is one. */
function edit(
  opened: OpenedRecord,
  { name, field }: Omit<StaffAsked<'correct'>, 'visitor'>,
): Result<Registration | CheckIn | null, never> {
  const before = opened.kind === 'check-in' ? opened.checkIn.attendee : opened.registration;
  const isSame = before.name.own === name.own && before.name.latin === name.latin;
  if (isSame && (field === undefined || field === before.field)) return ok(null);
  const change = { name, field: field ?? before.field };
  if (opened.kind === 'registration') return ok({ ...opened.registration, ...change });
  return ok({ ...opened.checkIn, attendee: { ...opened.checkIn.attendee, ...change } });
}
