import { localise, type Localised } from '../../domain/localised.ts';
import type { Session } from '../../domain/session.ts';

/** What a visitor wants to see of the programme; null is everything. */
export interface AgendaQuery {
  /** `YYYY-MM-DD`; null is today, or the first day when it is none of them. */
  readonly day: string | null;
  /** `HH:00`: what begins then or later. */
  readonly from: string | null;
  readonly room: string | null;
  readonly track: string | null;
  readonly kind: Session['kind'] | null;
  /** Of today, what is over is shown, too. */
  readonly hasEarlier: boolean;
}

export const wholeAgenda: AgendaQuery = {
  day: null,
  from: null,
  room: null,
  track: null,
  kind: null,
  hasEarlier: false,
};

export const agendaFilters = ['from', 'room', 'track', 'kind'] as const;
export type AgendaFilter = (typeof agendaFilters)[number];

/** What a session has of each filter, the same for all that share it; null when it has none. */
export function valueOf(session: Session, filter: AgendaFilter): string | null {
  switch (filter) {
    case 'from':
      return `${session.start.slice(11, 13)}:00`;
    case 'room':
      return session.place ?? keyOfText(session.room);
    case 'track':
      return keyOfText(session.track);
    case 'kind':
      return session.kind;
  }
}

function keyOfText(text: Localised | undefined): string | null {
  return text ? localise(text, 'en').text : null;
}

/** In order; at least one unless there are no sessions. */
export function listDays(sessions: readonly Session[]): readonly string[] {
  return [...new Set(sessions.map(({ start }) => start.slice(0, 10)))].toSorted();
}

interface Narrowing {
  readonly sessions: readonly Session[];
  readonly query: AgendaQuery;
  /** `YYYY-MM-DDTHH:MM` at the event. */
  readonly now: string;
}

export function chosenDay({ sessions, query, now }: Narrowing): string | null {
  const days = listDays(sessions);
  const wanted = query.day ?? now.slice(0, 10);
  return days.find((day) => day === wanted) ?? days[0] ?? null;
}

/** The sessions of the chosen day that fit, by start and then by room, and how many of them are over and hidden. */
export function filterSessions(narrowing: Narrowing): { readonly found: readonly Session[]; readonly earlier: number } {
  const { query, now } = narrowing;
  const fitting = narrow(narrowing, null);
  const isToday = chosenDay(narrowing) === now.slice(0, 10);
  if (!isToday || query.hasEarlier || query.from !== null) return { found: fitting, earlier: 0 };
  const found = fitting.filter(({ end }) => end > now);
  // A day that is over is shown whole: an empty list would say that there had been nothing.
  return found.length === 0 ? { found: fitting, earlier: 0 } : { found, earlier: fitting.length - found.length };
}

/** What a filter can be set to so that something is found, the other filters as they are. */
export function listValues(narrowing: Narrowing, filter: AgendaFilter): ReadonlyMap<string, readonly Session[]> {
  const values = new Map<string, Session[]>();
  for (const session of narrow(narrowing, filter)) {
    const value = valueOf(session, filter);
    if (value !== null) values.set(value, [...(values.get(value) ?? []), session]);
  }
  return values;
}

/** @param except a filter that does not count */
function narrow(narrowing: Narrowing, except: AgendaFilter | null): readonly Session[] {
  const { sessions, query } = narrowing;
  const day = chosenDay(narrowing);
  const asked = agendaFilters.filter((filter) => filter !== except && query[filter] !== null);
  return sessions
    .filter((session) => day === null || session.start.startsWith(day))
    .filter((session) => asked.every((filter) => fits(valueOf(session, filter), query[filter] ?? '', filter)))
    .toSorted(byTimeAndRoom);
}

function fits(value: string | null, wanted: string, filter: AgendaFilter): boolean {
  if (value === null) return false;
  return filter === 'from' ? value >= wanted : value === wanted;
}

/** K.2.9 before K.2.10. */
const rooms = new Intl.Collator('en', { numeric: true });

function byTimeAndRoom(a: Session, b: Session): number {
  const byStart = a.start < b.start ? -1 : a.start > b.start ? 1 : 0;
  return byStart || rooms.compare(valueOf(a, 'room') ?? '', valueOf(b, 'room') ?? '');
}
