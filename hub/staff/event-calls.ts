import { err, ok } from '../../domain/result.ts';
import type { StaffParts } from './staff-parts.ts';
import type { StaffRoutes } from './staff-routes.ts';
import type { StaffSession } from './staff-session.ts';
import type { VisitorCalls } from './visitor-calls.ts';

type EventCall =
  | 'me'
  | 'counts'
  | 'announcements'
  | 'announce'
  | 'withdrawAnnouncement'
  | 'sessions'
  | 'closeSession'
  | 'badgeLayout'
  | 'setBadgeLayout'
  | 'audit';

export function createEventCalls(parts: StaffParts, visitors: VisitorCalls): Pick<StaffRoutes, EventCall> {
  const { store, vault, tally } = parts;

  function noting(session: StaffSession, action: EventCall, ...subjects: string[]) {
    return store.noting({ session, action, subjects }).desk;
  }

  return {
    async me(_input, { staff: { number, label, role } }) {
      const event = await store.feed.event();
      if (!event.ok) return event;
      const isUnlocked = vault.isUnlocked;
      return ok({ staff: { number, label, role }, event: event.value, isUnlocked, ...visitors.progress() });
    },

    async counts() {
      const counts = await tally.read();
      if (!counts.ok) return counts;
      const expected = await store.feed.countAttendees();
      if (!expected.ok) return expected;
      const { quarters, ...total } = counts.value;
      return ok({ quarters, total: { ...total, expected: expected.value } });
    },

    async announcements() {
      const announcements = await store.desk.announcements();
      return announcements.ok ? ok({ announcements: announcements.value }) : announcements;
    },
    async announce(announcement, session) {
      const desk = noting(session, 'announce', announcement.id, announcement.level);
      const announced = await desk.announce(announcement, session.staff.number);
      return announced.ok ? ok({}) : announced;
    },
    async withdrawAnnouncement({ id }, session) {
      const withdrawn = await noting(session, 'withdrawAnnouncement', id).withdraw(id);
      return withdrawn.ok ? ok({}) : withdrawn;
    },

    async sessions() {
      const sessions = await store.desk.sessions();
      if (!sessions.ok) return sessions;
      const seats = await store.seats.list();
      if (!seats.ok) return seats;
      const areSeatsOpen = await store.seats.areOpen();
      if (!areSeatsOpen.ok) return areSeatsOpen;
      const bySession = new Map(seats.value.map((each) => [each.session, each]));
      const listed = sessions.value.map(({ session, isClosed }) => {
        const { held = 0, booked = 0, waiting = 0 } = bySession.get(session.id) ?? {};
        return { session, held, booked, waiting, isClosed };
      });
      return ok({ sessions: listed, areSeatsOpen: areSeatsOpen.value });
    },
    async closeSession({ session: id, isClosed }, session) {
      const set = await noting(session, 'closeSession', id, isClosed ? 'closed' : 'open').setClosed(id, isClosed);
      return set.ok ? ok({}) : set;
    },

    badgeLayout: () => store.desk.badgeLayout(),
    async setBadgeLayout({ layout }, session) {
      const desk = noting(session, 'setBadgeLayout', layout === null ? 'pack' : 'own');
      const set = await desk.setBadgeLayout(layout);
      return set.ok ? ok({}) : err(set.reason);
    },

    audit: (page) => store.audit.list(page),
  };
}
