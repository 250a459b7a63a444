import { normaliseContact, type Contact } from '../../domain/sealing/contact-index.ts';
import type { OpenedRecord } from '../../domain/sealing/open-record.ts';
import type { Database } from '../store/database/database.ts';
import { writeDecision } from './create-people.ts';
import type { People, Visitor } from './people.ts';
import { readVisitor } from './read-visitor.ts';

type How = Parameters<People['confirmPairs']>[0];

/** Opens the two sides of each possible pair, one pair at a time; what staff decided meanwhile stands. */
export async function confirmPairs({
  database,
  now,
  open,
  country,
}: How & { database: Database; now: () => number }): Promise<{ confirmed: number; dismissed: number; left: number }> {
  const { db, change } = database;
  const possible = await db.selectFrom('pair').selectAll().where('state', '=', 'possible').orderBy('id').execute();
  const counts = { confirmed: 0, dismissed: 0, left: 0 };
  for (const pair of possible) {
    const first = await readContacts({ database, visitor: pair.first, open, country });
    const second = await readContacts({ database, visitor: pair.second, open, country });
    if (first === null || second === null) {
      counts.left += 1;
      continue;
    }
    const state = first.isDisjointFrom(second) ? 'dismissed' : 'confirmed';
    const isDecided = await change(async (trx) => {
      const still = trx.selectFrom('pair').select('id').where('id', '=', pair.id).where('state', '=', 'possible');
      if ((await still.executeTakeFirst()) === undefined) return false;
      const before = state === 'dismissed' ? ('possible' as const) : null;
      await writeDecision({ trx, pair, decision: { action: state, state, before }, at: now() });
      return true;
    });
    if (isDecided) counts[state] += 1;
  }
  return counts;
}

/** Null when not all of it can be opened. */
async function readContacts({
  database,
  visitor: id,
  open,
  country,
}: How & { database: Database; visitor: string }): Promise<Set<string> | null> {
  const visitor = await readVisitor({ database, visitor: id, samePerson: null });
  if (visitor === null) return null;
  const opened = await Promise.all(listCurrent(visitor).map(open));
  if (opened.includes(null)) return null;
  return new Set(opened.flatMap((each) => (each === null ? [] : listContacts(each, country))));
}

function listCurrent({ records }: Visitor) {
  return records.filter(({ isCurrent }) => isCurrent).map(({ isCurrent: _isCurrent, ...record }) => record);
}

function listContacts(opened: OpenedRecord, country: string): string[] {
  const contacts: Contact[] = [];
  if (opened.kind === 'registration') contacts.push(opened.registration.contact);
  else {
    const { email, phone } = opened.checkIn.attendee;
    if (email !== undefined) contacts.push({ kind: 'email', value: email });
    if (phone !== undefined) contacts.push({ kind: 'phone', value: phone });
  }
  return contacts.map((contact) => normaliseContact(contact, country));
}
