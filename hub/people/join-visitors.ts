import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { PairKind } from './people.ts';

/** Pairs that one record can begin at most: a contact that a whole class gives must not make thousands. */
const mostPairs = 8;

/** Arrives after everything that is on the disk. */
const firstNewNumber = Number.MAX_SAFE_INTEGER / 2;

/** A sealed record as far as finding its person goes. */
export interface Known {
  readonly id: string;
  /** Id of the visitor's first record. */
  readonly visitor: string;
  /** In order of arrival. */
  readonly number: number;
  readonly isWalkIn: boolean;
  readonly ticketIndex: string | null;
  readonly contactIndexes: readonly number[];
}

export interface NewPair {
  readonly kind: PairKind;
  readonly first: string;
  readonly second: string;
}

/**
 * Finds out whose the records of a transaction are: a correction is its visitor's; a ticket that came before makes a merged pair; a walk-in
 * whose contact may have come before makes a possible one. Which visitors are one person follows from the merged pairs alone, so that
 * undoing one restores exactly what was.
 * @param arrived `sealed`: accepted now, in the order of arrival; `related`: what `readRelated` found
 * @returns `visitors` by record id, for records that are not their visitor's first
 */
export function joinVisitors({ sealed, related }: { sealed: readonly SealedRecord[]; related: readonly Known[] }): {
  visitors: Map<string, string>;
  pairs: NewPair[];
} {
  const known = createKnown(related);
  const visitors = new Map<string, string>();
  const pairs: NewPair[] = [];
  for (const [index, record] of sealed.entries()) {
    const { id, replaces } = record;
    // A record whose predecessor never came (a dead letter, perhaps) still is that visitor's.
    const visitor = replaces === null ? id : (known.byId(replaces)?.visitor ?? replaces);
    if (visitor !== id) visitors.set(id, visitor);
    const arrived = toKnown({ record, visitor, number: firstNewNumber + index });
    pairs.push(...findPairs(arrived, known));
    known.add(arrived);
  }
  return { visitors, pairs };
}

function toKnown(given: { record: SealedRecord; visitor: string; number: number }): Known {
  const { record, visitor, number } = given;
  const { id, kind, ticketIndex, contactIndexes } = record;
  return { id, visitor, number, isWalkIn: kind === 'registration', ticketIndex, contactIndexes };
}

function findPairs(arrived: Known, known: ReturnType<typeof createKnown>): NewPair[] {
  const others = (found: readonly Known[]) => {
    const visitors = new Set(found.map(({ visitor }) => visitor));
    visitors.delete(arrived.visitor);
    return [...visitors].sort((a, b) => known.begin(a) - known.begin(b));
  };
  const toPair = (kind: PairKind, other: string): NewPair =>
    known.begin(other) <= known.begin(arrived.visitor)
      ? { kind, first: other, second: arrived.visitor }
      : { kind, first: arrived.visitor, second: other };
  const sameTicket = others(known.byTicket(arrived.ticketIndex)).slice(0, 1);
  const sameContact = others(
    known.byContacts(arrived.contactIndexes).filter((other) => other.isWalkIn || arrived.isWalkIn),
  ).slice(0, mostPairs);
  return [
    ...sameTicket.map((other) => toPair('same-ticket', other)),
    ...sameContact.filter((other) => !sameTicket.includes(other)).map((other) => toPair('same-contact', other)),
  ];
}

function createKnown(found: readonly Known[]) {
  const byId = new Map<string, Known>();
  const byTicket = new Map<string, Known[]>();
  const byContact = new Map<number, Known[]>();
  const begins = new Map<string, number>();
  const add = (record: Known) => {
    const { id, visitor, number, ticketIndex, contactIndexes } = record;
    if (byId.has(id)) return;
    byId.set(id, record);
    begins.set(visitor, Math.min(number, begins.get(visitor) ?? Infinity));
    if (ticketIndex !== null) append(byTicket, ticketIndex, record);
    for (const contact of contactIndexes) append(byContact, contact, record);
  };
  found.forEach(add);
  return {
    add,
    byId: (id: string) => byId.get(id),
    byTicket: (index: string | null) => byTicket.get(index ?? '') ?? [],
    byContacts: (indexes: readonly number[]) => indexes.flatMap((index) => byContact.get(index) ?? []),
    /** Place in the order of arrival of a visitor's first record, as far as it is related. */
    begin: (visitor: string) => begins.get(visitor) ?? Infinity,
  };
}

function append<Key>(map: Map<Key, Known[]>, key: Key, record: Known): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [record]);
  else list.push(record);
}
