import type { Session } from '../../domain/session.ts';

/** Where the event is in its programme. */
export type AgendaPhase =
  | { readonly kind: 'on'; readonly now: readonly Session[]; readonly next: readonly Session[] }
  /** `next` begins on another day. */
  | { readonly kind: 'before' | 'between'; readonly next: Session }
  | { readonly kind: 'after' }
  | { readonly kind: 'empty' };

/**
 * What is on and what begins next, several when they begin at once. On a day whose sessions are over, and on any other day, there is no
 * "now" to speak of.
 * @param now `YYYY-MM-DDTHH:MM` at the event
 */
export function findPhase(sessions: readonly Session[], now: string): AgendaPhase {
  const today = now.slice(0, 10);
  const on = sessions.filter(({ start, end }) => start <= now && now < end);
  const later = sessions.filter(({ start }) => start > now).toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const [first] = later;
  const next = first?.start.startsWith(today) ? later.filter(({ start }) => start === first.start) : [];
  if (on.length > 0 || next.length > 0) return { kind: 'on', now: on, next };
  if (first) return { kind: sessions.some(({ end }) => end <= now) ? 'between' : 'before', next: first };
  return sessions.length > 0 ? { kind: 'after' } : { kind: 'empty' };
}
