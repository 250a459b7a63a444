import type { Database } from '../store/database/database.ts';
import type { PastDeed } from './people.ts';

/** The oldest first. */
export async function readHistory(database: Database, visitors: readonly string[]): Promise<PastDeed[]> {
  const { db, among } = database;
  const records = await db
    .selectFrom('record')
    .select(['id', 'kind', 'kiosk', 'replaces', 'received'])
    .where('claim_code', 'is not', null)
    .where((is) => is.or([among('id', visitors), among('visitor', visitors)]))
    .orderBy('number')
    .execute();
  const decisions = await db
    .selectFrom('pair_log')
    .innerJoin('pair', 'pair.id', 'pair_log.pair')
    .select(['pair_log.pair', 'pair_log.action', 'pair_log.at'])
    .where('pair_log.action', 'in', ['merged', 'undone'])
    .where((is) => is.or([among('pair.first', visitors), among('pair.second', visitors)]))
    .orderBy('pair_log.id')
    .execute();
  const deeds = [
    ...records.map(({ id, kind, kiosk, replaces, received }): PastDeed => ({
      what: replaces !== null ? 'corrected' : kind === 'check-in' ? 'checked-in' : 'registered',
      at: received ?? timeOf(id ?? ''),
      kiosk,
      subject: id ?? '',
    })),
    ...decisions.map(({ pair, action, at }): PastDeed => ({
      what: action === 'undone' ? 'undone' : 'merged',
      at,
      kiosk: null,
      subject: String(pair),
    })),
  ];
  return deeds.toSorted((one, other) => one.at - other.at);
}

/** Before the hub noted when it heard of a record, its kiosk's clock has to do: the first 48 bits of a UUIDv7 (RFC 9562, section 5.7). */
function timeOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) || 0;
}
