import type { AttendeeDetails, LockedAttendee } from '../../domain/attendee.ts';
import { parseClaimCode } from '../../domain/claim-code.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import { contactIndex, listContacts } from '../../domain/sealing/contact-index.ts';
import { deriveTicket, unlockAttendee } from '../../domain/sealing/ticket.ts';
import type { CheckInAnswer, CheckInFailure, CheckInRequest } from '../bridge/check-in.ts';
import type { OwnJournal } from '../journal/own-journal.ts';

export interface CheckInParts {
  readonly own: OwnJournal;
  /** `sealingKey` and `country` of the event as it is now: what tickets and contact indexes are derived with. */
  readonly event: () => { readonly sealingKey: string; readonly country: string };
  readonly findAttendee: (index: string) => LockedAttendee | null;
}

interface Arrival {
  readonly request: CheckInRequest;
  readonly ticketIndex: string;
  readonly attendee: AttendeeDetails;
}

/**
 * A visitor who was registered before arrives with a ticket, scanned or typed. The same ticket again at this kiosk answers with the record
 * of the first time, and the same id with its own.
 */
export function createCheckIn({ own, event, findAttendee }: CheckInParts) {
  async function keep({ request, ticketIndex, attendee }: Arrival): Promise<Result<CheckInAnswer, CheckInFailure>> {
    const answer = (record: SealedRecord) =>
      ok({ kind: 'attendee', attendee, record, isRepeat: record.id !== request.id } as const);
    const first = own.journal.findCheckIn({ event: own.owner.event, ticketIndex });
    if (!first.ok) return first;
    if (first.value !== null) return answer(first.value);
    const claimCode = own.pickClaimCode();
    if (!claimCode.ok) return claimCode;
    const kept = await own.appendSealed(
      {
        kind: 'check-in',
        id: request.id,
        replaces: null,
        claimCode: claimCode.value,
        purpose: attendee.talentPool === 'open' ? 'talent-pool' : 'registration',
        ticketIndex,
        contactIndexes: listContacts(attendee).map((contact) => contactIndex(contact, event())),
      },
      { language: request.language, attendee },
    );
    return kept.ok ? answer(kept.value) : kept;
  }

  return async function checkIn(request: CheckInRequest): Promise<Result<CheckInAnswer, CheckInFailure>> {
    const ticket = await deriveTicket(request.code, event().sealingKey);
    const locked = findAttendee(ticket.index);
    const attendee = locked === null ? err('cannot-open') : unlockAttendee(locked, ticket);
    if (!attendee.ok) {
      const claimCode = parseClaimCode(request.code);
      return claimCode.ok ? ok({ kind: 'claim-code', claimCode: claimCode.value }) : err('unknown-code');
    }
    return own.turn(() => keep({ request, ticketIndex: ticket.index, attendee: attendee.value }));
  };
}
