import { z } from 'zod';
import { reprintReasons } from '../../domain/protocol/staff-calls.ts';
import type { Database } from '../store/database/database.ts';
import { deskKiosk } from '../store/desk-kiosk.ts';
import type { PastDeed } from './people.ts';

/** What staff have done to visitors, by the calls' names; the first subject says to whom or what. */
const deeds = ['noteReprint', 'register', 'checkIn', 'correct', 'mergeVisitors', 'decidePair'] as const;
/** The trail's entry of a decision is written with it; milliseconds between their two times. */
const sameMoment = 1000;

interface Noted {
  readonly at: number;
  readonly staff: string | null;
  readonly kiosk: string | null;
  readonly action: string;
  readonly subjects: readonly string[];
}

/** The oldest first. */
export async function readHistory(database: Database, visitors: readonly string[]): Promise<PastDeed[]> {
  const records = await readRecords(database, visitors);
  const decisions = await readDecisions(database, visitors);
  const ids = records.flatMap(({ id }) => id ?? []);
  const noted = await readNoted(database, [...new Set([...visitors, ...ids])], decisions);
  const history = [
    ...records.map((record) => describeRecord(record, noted)),
    ...decisions.map(({ action, at }): PastDeed => {
      const entry = noted.find((each) => /^(merge|decide)/.test(each.action) && Math.abs(each.at - at) < sameMoment);
      return { what: action === 'undone' ? 'undone' : 'merged', at, ...whoOf(entry), reason: null };
    }),
    ...noted.filter(({ action }) => action === 'noteReprint').map(describeReprint),
  ];
  return history.toSorted((one, other) => one.at - other.at);
}

function readRecords({ db, among }: Database, visitors: readonly string[]) {
  return db
    .selectFrom('record')
    .select(['id', 'kind', 'kiosk', 'replaces', 'received'])
    .where('claim_code', 'is not', null)
    .where((is) => is.or([among('id', visitors), among('visitor', visitors)]))
    .orderBy('number')
    .execute();
}

function readDecisions({ db, among }: Database, visitors: readonly string[]) {
  return db
    .selectFrom('pair_log')
    .innerJoin('pair', 'pair.id', 'pair_log.pair')
    .select(['pair_log.pair', 'pair_log.action', 'pair_log.at'])
    .where('pair_log.action', 'in', ['merged', 'undone'])
    .where((is) => is.or([among('pair.first', visitors), among('pair.second', visitors)]))
    .orderBy('pair_log.id')
    .execute();
}

const subjectsSchema = z.array(z.string());

async function readNoted(
  { db }: Database,
  ids: readonly string[],
  decisions: readonly { readonly pair: number }[],
): Promise<Noted[]> {
  const patterns = [...ids.map((id) => `%"${id}"%`), ...decisions.map(({ pair }) => `["${pair}",%`)];
  const rows = await db
    .selectFrom('audit')
    .select(['at', 'staff', 'kiosk', 'action', 'subjects'])
    .where('action', 'in', deeds)
    .where((is) => is.or(patterns.map((pattern) => is('subjects', 'like', pattern))))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, subjects: subjectsSchema.parse(JSON.parse(row.subjects)) }));
}

type RecordRow = Awaited<ReturnType<typeof readRecords>>[number];

function describeRecord({ id, kind, kiosk, replaces, received }: RecordRow, noted: readonly Noted[]): PastDeed {
  const entry = noted.find(({ action, subjects }) => action !== 'noteReprint' && subjects.includes(id ?? ''));
  return {
    what: replaces !== null ? 'corrected' : kind === 'check-in' ? 'checked-in' : 'registered',
    at: received ?? timeOf(id ?? ''),
    ...(kiosk === deskKiosk ? whoOf(entry) : { kiosk, staff: null }),
    reason: null,
  };
}

function describeReprint(entry: Noted): PastDeed {
  const reason = reprintReasons.find((each) => entry.subjects.includes(each)) ?? null;
  return { what: 'reprinted', at: entry.at, ...whoOf(entry), reason };
}

function whoOf(entry: Noted | undefined) {
  return { kiosk: entry?.kiosk ?? null, staff: entry?.staff ?? null };
}

/** Before the hub noted when it heard of a record, its kiosk's clock has to do: the first 48 bits of a UUIDv7 (RFC 9562, section 5.7). */
function timeOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) || 0;
}
