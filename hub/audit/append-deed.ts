import { assert } from '../../domain/assert.ts';
import type { Change } from '../store/database/database.ts';
import type { Deed } from './audit.ts';
import { hashEntry, startOfChain } from './chain.ts';

const most = { subjects: 200, characters: 64 } as const;

/**
 * Adds an entry to the trail within a change. Changes happen one after another in all processes, so the chain cannot fork; the table
 * refuses a second entry with the same `previous` all the same.
 * @param at milliseconds since 1970
 */
export async function appendDeed(trx: Change, { session, action, subjects }: Deed, at: number): Promise<void> {
  assert(subjects.length <= most.subjects, 'an entry of the trail has 200 subjects at most');
  assert(
    subjects.every(({ length }) => length <= most.characters),
    'a subject of the trail is an id',
  );
  const last = await trx
    .selectFrom('audit')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = {
    number: (last?.number ?? 0) + 1,
    at,
    staff: session?.staff.number ?? null,
    role: session?.staff.role ?? null,
    kiosk: session?.kiosk ?? null,
    action,
    subjects: [...subjects],
    previous: last?.hash ?? startOfChain,
  };
  const row = { ...entry, subjects: JSON.stringify(subjects), hash: hashEntry(entry) };
  await trx.insertInto('audit').values(row).execute();
}
