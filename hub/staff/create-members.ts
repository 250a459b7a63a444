import type { Selectable } from 'kysely';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StaffMember } from '../../domain/staff/staff-member.ts';
import { attemptResult } from '../store/attempt.ts';
import type { Change, Queries } from '../store/database/database.ts';
import type { Tables } from '../store/database/tables.ts';
import { writeFeedItems } from '../store/feed-publish.ts';
import type { Parts } from '../store/parts.ts';
import type { MayTry, Members } from './members.ts';

export function createMembers({ database, attempt }: Pick<Parts, 'database' | 'attempt'>): Members {
  const { db, change } = database;

  function publish(trx: Change, number: string, member: StaffMember | null): Promise<void> {
    const body = member === null ? null : JSON.stringify(member);
    return writeFeedItems({ database, trx, items: [{ kind: 'staff', id: number, body }] });
  }

  async function add(trx: Change, { label, role, pin, badge }: Parameters<Members['add']>[0]) {
    const taken = new Set((await trx.selectFrom('staff').select('number').execute()).map(({ number }) => number));
    const number = numbers.find((each) => !taken.has(each));
    if (number === undefined) return err('full');
    const member: StaffMember = { number, label, role, pin, badge };
    const row = { number, label, role, pin_salt: pin.salt, pin_hash: pin.hash, badge };
    await trx.insertInto('staff').values(row).execute();
    await clear(trx, [`staff ${number}`]);
    await publish(trx, number, member);
    return ok(member);
  }

  async function remove(trx: Change, number: string): Promise<Result<void, 'not-found'>> {
    const { numDeletedRows } = await trx.deleteFrom('staff').where('number', '=', number).executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return err('not-found');
    await publish(trx, number, null);
    return ok();
  }

  async function setPin(trx: Change, number: string, pin: StaffMember['pin']) {
    const member = await findMember(trx, 'number', number);
    if (member === null) return err('not-found');
    const changed = { ...member, pin };
    await trx
      .updateTable('staff')
      .set({ pin_salt: pin.salt, pin_hash: pin.hash })
      .where('number', '=', number)
      .execute();
    await clear(trx, [`staff ${number}`]);
    await publish(trx, number, changed);
    return ok(changed);
  }

  async function clear(trx: Change, sources: readonly string[]): Promise<void> {
    await trx.deleteFrom('staff_try').where(database.among('source', sources)).execute();
  }

  return {
    list: () =>
      attempt(async () => (await db.selectFrom('staff').selectAll().orderBy('number').execute()).map(toMember)),
    find: (number) => attempt(() => findMember(db, 'number', number)),
    findByBadge: (badge) => attempt(() => findMember(db, 'badge', badge)),
    add: (member) => attemptResult(attempt, () => change((trx) => add(trx, member))),
    remove: (number) => attemptResult(attempt, () => change((trx) => remove(trx, number))),
    setPin: (number, pin) => attemptResult(attempt, () => change((trx) => setPin(trx, number, pin))),
    readTries: () => attempt(() => readTries(db)),
    countTry: <Reason>(sources: readonly string[], mayTry: MayTry<Reason>) =>
      attemptResult(attempt, () =>
        change(async (trx): Promise<Result<Map<string, number>, Reason>> => {
          const counts = await readTries(trx);
          const may = mayTry(counts);
          if (!may.ok) return may;
          const counted = new Map(sources.map((source) => [source, (counts.get(source) ?? 0) + 1]));
          for (const [source, wrong] of counted) {
            const insert = trx.insertInto('staff_try').values({ source, wrong });
            await insert.onConflict((conflict) => conflict.column('source').doUpdateSet({ wrong })).execute();
          }
          return ok(counted);
        }),
      ),
    clearTries: (sources) => attempt(() => change((trx) => clear(trx, sources))),
  };
}

/** From 10, so that a number is not taken for a single digit. */
const numbers = Array.from({ length: 100 }, (_, index) => ((index + 10) % 100).toString().padStart(2, '0'));

async function readTries(queries: Queries): Promise<Map<string, number>> {
  const rows = await queries.selectFrom('staff_try').selectAll().orderBy('source').execute();
  return new Map(rows.map(({ source, wrong }) => [source, wrong]));
}

async function findMember(queries: Queries, column: 'number' | 'badge', value: string): Promise<StaffMember | null> {
  const row = await queries.selectFrom('staff').selectAll().where(column, '=', value).executeTakeFirst();
  return row === undefined ? null : toMember(row);
}

function toMember({ pin_salt: salt, pin_hash: hash, ...rest }: Selectable<Tables['staff']>): StaffMember {
  return { ...rest, pin: { salt, hash } };
}
