import { randomBytes, randomUUID } from 'node:crypto';
import { languages } from '../../../domain/localised.ts';
import type { Attendee } from '../../../domain/attendee.ts';
import { lockAttendee, deriveTicket } from '../../../domain/sealing/ticket.ts';
import type { LockedAttendee } from '../../../domain/attendee.ts';
import { pickVisitor } from './visitors.ts';

/**
 * Pre-registered visitors. Their codes are random UUIDs, of which 50,000 can be derived in seconds, but for the first `shortCodes`, which
 * have the eight letters and digits of many ticket shops and take scrypt's time.
 */
export function createAttendees({ count, shortCodes = 0 }: { count: number; shortCodes?: number }): Attendee[] {
  return Array.from({ length: count }, (_, number) => {
    const { name, field, status } = pickVisitor(number);
    return {
      code: number < shortCodes ? `T${randomBytes(4).toString('hex').slice(1).toUpperCase()}` : randomUUID(),
      name,
      email: `visitor-${number}@example.com`,
      status,
      field,
      interests: [],
      language: languages[number % languages.length] ?? 'en',
      talentPool: 'private',
    };
  });
}

/** As a hub does it with the organiser's list. */
export async function lockAttendees(attendees: readonly Attendee[], sealingKey: string): Promise<LockedAttendee[]> {
  const locked: LockedAttendee[] = [];
  for (const { code, ...details } of attendees)
    locked.push(lockAttendee(details, await deriveTicket(code, sealingKey)));
  return locked;
}
