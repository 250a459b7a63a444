import type { z } from 'zod';
import type { Attendee, AttendeeDetails } from '../../../domain/attendee.ts';
import type { pairSideSchema, StaffRefusal, VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import type { OpenedRecord } from '../../../domain/sealing/open-record.ts';
import type { Vault } from '../../event/vault.ts';
import type { Pair, Visitor } from '../../people/people.ts';
import { hintAtContact } from '../../people/search/contact-hint.ts';
import type { Store } from '../../store/store.ts';

export type PairSide = z.infer<typeof pairSideSchema>;

/** One visitor as staff see it; null when it cannot be opened. The newest record of the surviving registration tells who it is. */
export function describeSide({ visitor, claimCode, otherCodes, records }: Visitor, vault: Vault): PairSide | null {
  const newest = records.findLast((record) => record.claimCode === claimCode);
  const opened = newest === undefined ? null : openOne(newest, vault);
  if (opened === null) return null;
  const head = { visitor, attendee: null, claimCode, otherCodes: [...otherCodes] };
  if (opened.kind === 'check-in') {
    const { attendee } = opened.checkIn;
    return { ...head, ...summariseAttendee(attendee), registration: { kind: 'check-in', attendee } };
  }
  const { registration } = opened;
  const { name, status, field, contact } = registration;
  const contactHint = hintAtContact({ email: '', phone: '', [contact.kind]: contact.value });
  return { ...head, name, status, field, contactHint, registration: { kind: 'registration', registration } };
}

/** Somebody of the organiser's list who has not come. */
export function describeAttendee(index: string, { code: _code, ...attendee }: Attendee): VisitorDetails {
  return {
    visitor: null,
    attendee: index,
    claimCode: null,
    ...summariseAttendee(attendee),
    registration: { kind: 'attendee', attendee },
    otherCodes: [],
    history: [],
    pairs: [],
  };
}

/** The person that a visitor is, with what happened and who may be the same. */
export async function describeVisitor(
  visitor: string,
  { store, vault }: { store: Store; vault: Vault },
): Promise<Result<VisitorDetails, StaffRefusal>> {
  if (!vault.isUnlocked) return err('locked');
  const found = await store.people.read(visitor);
  const samePerson = await store.people.samePerson();
  if (!found.ok || !samePerson.ok) return err('storage-failed');
  const side = found.value === null ? null : describeSide(found.value, vault);
  if (found.value === null) return err('not-found');
  if (side === null) return err('failed');
  const person = samePerson.value.of(visitor);
  const history = await store.people.history(person);
  const pairs = await store.people.pairsOf(person);
  if (!history.ok || !pairs.ok) return err('storage-failed');
  const others = pairs.value.flatMap((pair) =>
    describePair(pair, { person, visitor: found.value?.visitor ?? visitor }),
  );
  return ok({ ...side, history: history.value, pairs: others });
}

function describePair(
  { id, state, first, second }: Pair,
  { person, visitor }: { person: readonly string[]; visitor: string },
): VisitorDetails['pairs'] {
  const isWithin = person.includes(first) && person.includes(second);
  // What another merge has settled is no question any more.
  if (state === 'dismissed' || (isWithin && state !== 'merged')) return [];
  const other = isWithin ? (first === visitor ? second : first) : person.includes(first) ? second : first;
  return [{ pair: id, state, other }];
}

function openOne({ isCurrent: _isCurrent, ...record }: Visitor['records'][number], vault: Vault): OpenedRecord | null {
  return vault.openNow(record);
}

function summariseAttendee({ name, status, field, email = '', phone = '' }: AttendeeDetails) {
  return { name, status: status ?? null, field, contactHint: hintAtContact({ email, phone }) };
}
