import type { EventDetails } from './event.ts';

/** What a record may be kept for. Each has a clock of its own, and both begin when the event's last day is over. */
export const purposes = ['registration', 'talent-pool'] as const;
export type Purpose = (typeof purposes)[number];

const dayMilliseconds = 86_400_000;

/**
 * From when on nothing of a purpose may be left: the end of the last day of the event, wherever on earth it is, plus the days that its
 * collection statement promises. At most 26 hours late, and never early.
 * @returns milliseconds since 1970
 */
export function purgeDue({ days, retention }: Pick<EventDetails, 'days' | 'retention'>, purpose: Purpose): number {
  const last = Math.max(...days.map(({ date }) => Date.parse(`${date}T00:00:00Z`)));
  const kept = purpose === 'registration' ? retention.registrationDays : retention.talentPoolDays;
  return last + (1.5 + kept) * dayMilliseconds;
}
