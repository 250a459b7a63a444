import type { AttendeeDetails } from '../../../domain/attendee.ts';
import type { VisitorSummary } from '../../../domain/protocol/staff-calls.ts';
import type { OpenedRecord } from '../../../domain/sealing/open-record.ts';
import { normaliseTicketCode } from '../../../domain/sealing/ticket.ts';
import type { SamePerson } from '../same-person.ts';
import { hintAtContact } from './contact-hint.ts';
import { toPersonText, type Named, type PersonText } from './person-text.ts';
import { readQuery, type Query } from './query.ts';
import { rankPerson, ranks, type Rank } from './rank-person.ts';
import { createSelection } from './selection.ts';

/** A sealed record that is there, with what it holds. */
export interface IndexedRecord {
  /** In the order of arrival. */
  readonly number: number;
  /** Id of the visitor's first record. */
  readonly visitor: string;
  readonly claimCode: string;
  readonly ticketIndex: string | null;
  readonly opened: OpenedRecord;
}

export interface IndexedAttendee {
  readonly index: string;
  /** As the organiser's list has it. */
  readonly code: string;
  readonly details: AttendeeDetails;
}

interface Entry {
  /** Of the newest record. */
  person: PersonText;
  status: VisitorSummary['status'];
  field: string;
}

interface VisitorEntry extends Entry {
  readonly visitor: string;
  readonly claimCodes: string[];
  /** Of the first record and of the newest. */
  first: number;
  newest: number;
}

interface AttendeeEntry extends Entry {
  readonly index: string;
  readonly code: string;
}

/**
 * Everybody who came or is expected, in memory, found by reading them all: 100,000 short texts take fewer milliseconds than a person notices,
 * any part of a name in any script is found, and there is nothing beside the entries themselves that could be out of step with them.
 */
export interface VisitorIndex {
  putRecord(record: IndexedRecord): void;
  putAttendee(attendee: IndexedAttendee): void;
  removeVisitor(visitor: string): void;
  removeAttendee(index: string): void;
  /** The best first; a person once, however many visitors were merged. */
  find(question: { query: string; limit: number; samePerson: SamePerson }): {
    visitors: VisitorSummary[];
    total: number;
  };
}

/** @param country of the event: where numbers without a country code are at home */
export function createVisitorIndex(country: string): VisitorIndex {
  const visitors = new Map<string, VisitorEntry>();
  const attendees = new Map<string, AttendeeEntry>();
  /** Visitors by the ticket that they showed. */
  const arrived = new Map<string, string>();

  function toEntry(named: Named & Pick<AttendeeDetails, 'status' | 'field'>): Entry {
    return { person: toPersonText(named, country), status: named.status ?? null, field: named.field };
  }

  function rankAttendee(attendee: AttendeeEntry, query: Query): { rank: Rank; visitor: string | undefined } {
    const visitor = arrived.get(attendee.index);
    const byTicket = rankTicket(attendee.code, query);
    if (visitor !== undefined) return { rank: byTicket, visitor };
    return { rank: Math.min(byTicket, rankPerson(attendee.person, query)) as Rank, visitor };
  }

  return {
    putRecord({ number, visitor, claimCode, ticketIndex, opened }) {
      if (ticketIndex !== null) arrived.set(ticketIndex, visitor);
      const known = visitors.get(visitor);
      if (known === undefined) {
        const entry = toEntry(namedOf(opened));
        visitors.set(visitor, { ...entry, visitor, claimCodes: [claimCode], first: number, newest: number });
        return;
      }
      if (!known.claimCodes.includes(claimCode)) known.claimCodes.push(claimCode);
      if (number > known.newest) Object.assign(known, toEntry(namedOf(opened)), { newest: number });
    },
    putAttendee({ index, code, details }) {
      attendees.set(index, { ...toEntry(details), index, code: normaliseTicketCode(code) });
    },
    removeVisitor(visitor) {
      if (!visitors.delete(visitor)) return;
      for (const [ticket, owner] of arrived) if (owner === visitor) arrived.delete(ticket);
    },
    removeAttendee(index) {
      attendees.delete(index);
    },
    find({ query: typed, limit, samePerson }) {
      const query = readQuery(typed, country);
      const found = createSelection<VisitorEntry | AttendeeEntry>(limit);
      const merged = new Map<string, Rank>();
      const hit = (visitor: VisitorEntry, rank: Rank) => {
        if (samePerson.isAlone(visitor.visitor)) found.add(visitor, rank);
        else merged.set(visitor.visitor, Math.min(rank, merged.get(visitor.visitor) ?? rank) as Rank);
      };
      const byTicket = new Map<string, Rank>();
      for (const attendee of attendees.values()) {
        const { rank, visitor } = rankAttendee(attendee, query);
        if (rank === ranks.none) continue;
        if (visitor === undefined) found.add(attendee, rank);
        else byTicket.set(visitor, Math.min(rank, byTicket.get(visitor) ?? rank) as Rank);
      }
      for (const visitor of visitors.values()) {
        const own = rankVisitor(visitor, query);
        const rank = byTicket.size === 0 ? own : (Math.min(own, byTicket.get(visitor.visitor) ?? own) as Rank);
        if (rank !== ranks.none) hit(visitor, rank);
      }
      for (const [person, rank] of gatherPersons({ merged, visitors, samePerson })) found.add(person, rank);
      return {
        total: found.total(),
        visitors: found.list().map((each) => ('visitor' in each ? summariseVisitor(each) : summariseAttendee(each))),
      };
    },
  };
}

function rankVisitor(visitor: VisitorEntry, query: Query): Rank {
  if (query.claimCode !== null && visitor.claimCodes.includes(query.claimCode)) return ranks.exact;
  return rankPerson(visitor.person, query);
}

function rankTicket(code: string, { ticket }: Query): Rank {
  if (ticket === null || !code.startsWith(ticket)) return ranks.none;
  return code.length === ticket.length ? ranks.exact : ranks.prefix;
}

/** Merged visitors are shown as the one who came first. */
function gatherPersons(given: {
  merged: ReadonlyMap<string, Rank>;
  visitors: ReadonlyMap<string, VisitorEntry>;
  samePerson: SamePerson;
}): Map<VisitorEntry, Rank> {
  const persons = new Map<VisitorEntry, Rank>();
  for (const [visitor, rank] of given.merged) {
    const members = given.samePerson.of(visitor).flatMap((each) => given.visitors.get(each) ?? []);
    const first = members.reduce((one, other) => (other.first < one.first ? other : one));
    persons.set(first, Math.min(rank, persons.get(first) ?? rank) as Rank);
  }
  return persons;
}

function namedOf(opened: OpenedRecord): Named & Pick<AttendeeDetails, 'status' | 'field'> {
  if (opened.kind === 'check-in') return opened.checkIn.attendee;
  const { name, contact, status, field } = opened.registration;
  return { name, status, field, [contact.kind]: contact.value };
}

function summariseVisitor({ visitor, claimCodes, ...entry }: VisitorEntry): VisitorSummary {
  return { visitor, attendee: null, claimCode: claimCodes[0] ?? null, ...summariseEntry(entry) };
}

function summariseAttendee({ index, ...entry }: AttendeeEntry): VisitorSummary {
  return { visitor: null, attendee: index, claimCode: null, ...summariseEntry(entry) };
}

function summariseEntry({ person, status, field }: Entry) {
  const { own, latin, email, digits } = person;
  return { name: { own, latin }, status, field, contactHint: hintAtContact({ email, phone: digits }) };
}
