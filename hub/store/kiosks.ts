import type { Selectable } from 'kysely';
import { eventSchema } from '../../domain/event.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { attemptResult } from './attempt.ts';
import { lastSequence } from './records/last-sequence.ts';
import { deskKiosk } from './desk-kiosk.ts';
import type { Change, Queries } from './database/database.ts';
import type { Tables } from './database/tables.ts';
import type { Parts } from './parts.ts';
import type { Kiosk, KioskListing, Kiosks } from './store.ts';

/** A kiosk's last sign of life is written so often at most; milliseconds. */
const touchEvery = 10_000;
/** Milliseconds after it has expired: a day. */
const forgetCodeAfter = 86_400_000;

export function createKiosks({ database, attempt, now }: Pick<Parts, 'database' | 'attempt' | 'now'>): Kiosks {
  const { db, change } = database;
  const byName = (queries: Queries, kiosk: string) => findBy(queries, 'kiosk', kiosk);
  const byKey = (queries: Queries, publicKey: string) => findBy(queries, 'public_key', publicKey);

  async function enrol(trx: Change, { secretHash, position, publicKey, name = null }: Parameters<Kiosks['enrol']>[0]) {
    const code = await trx
      .selectFrom('enrolment_code')
      .selectAll()
      .where('secret_hash', '=', secretHash)
      .executeTakeFirst();
    if (code === undefined) return err('wrong-code');
    if (code.used_by !== null && code.used_by !== publicKey) return err('code-used');
    if (code.expires <= now()) return err('code-expired');
    const known = await byKey(trx, publicKey);
    const isTaken = async (kiosk: string) => kiosk === deskKiosk || (await byName(trx, kiosk)) !== null;
    if (known === null && name !== null && (await isTaken(name))) return err('kiosk-taken');
    await trx.updateTable('enrolment_code').set({ used_by: publicKey }).where('secret_hash', '=', secretHash).execute();
    if (known !== null) return known.isRevoked ? err('kiosk-revoked') : ok(known);
    const wanted = position ?? code.position ?? (await pickPosition(trx));
    const kiosk = { kiosk: name ?? (await pickName(trx, wanted)), position: wanted, publicKey, isRevoked: false };
    await add(trx, kiosk);
    return ok<Kiosk>(kiosk);
  }

  async function admit(
    trx: Change,
    kiosk: Parameters<Kiosks['admit']>[0],
  ): Promise<Result<Kiosk, 'kiosk-taken' | 'kiosk-revoked'>> {
    const known = (await byKey(trx, kiosk.publicKey)) ?? (await byName(trx, kiosk.kiosk));
    if (known === null) {
      await add(trx, kiosk);
      return ok({ ...kiosk, isRevoked: false });
    }
    if (known.publicKey !== kiosk.publicKey || known.kiosk !== kiosk.kiosk) return err('kiosk-taken');
    return known.isRevoked ? err('kiosk-revoked') : ok(known);
  }

  return {
    addCode: ({ secretHash, position, expires }) =>
      attempt(() =>
        change(async (trx) => {
          // Until then it can be told from one that was mistyped.
          await trx
            .deleteFrom('enrolment_code')
            .where('expires', '<=', now() - forgetCodeAfter)
            .execute();
          const code = { secret_hash: secretHash, position, expires, used_by: null };
          await trx.insertInto('enrolment_code').values(code).execute();
        }),
      ),
    enrol: (request) => attemptResult(attempt, () => change((trx) => enrol(trx, request))),
    admit: (kiosk) => attemptResult(attempt, () => change((trx) => admit(trx, kiosk))),
    find: (kiosk) => attempt(() => byName(db, kiosk)),
    findByKey: (publicKey) => attempt(() => byKey(db, publicKey)),
    list: () => attempt(() => list(db)),
    revoke: (kiosk) =>
      attemptResult(attempt, () =>
        change(async (trx) => {
          const revoking = trx.updateTable('kiosk').set({ is_revoked: 1 }).where('kiosk', '=', kiosk);
          const { numUpdatedRows } = await revoking.executeTakeFirst();
          return numUpdatedRows > 0 ? ok() : err('not-found');
        }),
      ),
    touch: (kiosk) =>
      attempt(async () => {
        const row = await db.selectFrom('kiosk').select('last_seen').where('kiosk', '=', kiosk).executeTakeFirst();
        if (row === undefined || (row.last_seen !== null && row.last_seen > now() - touchEvery)) return;
        await change((trx) =>
          trx.updateTable('kiosk').set({ last_seen: now() }).where('kiosk', '=', kiosk).executeTakeFirst(),
        );
      }),
  };
}

async function findBy(queries: Queries, column: 'kiosk' | 'public_key', value: string): Promise<Kiosk | null> {
  const row = await queries.selectFrom('kiosk').selectAll().where(column, '=', value).executeTakeFirst();
  return row === undefined ? null : toKiosk(row);
}

function toKiosk(row: Selectable<Tables['kiosk']>): Kiosk {
  const { kiosk, position, public_key: publicKey, is_revoked: revoked } = row;
  return { kiosk, position, publicKey, isRevoked: revoked === 1 };
}

async function add(trx: Change, { kiosk, position, publicKey }: Omit<Kiosk, 'isRevoked'>): Promise<void> {
  const row = { kiosk, position, public_key: publicKey, is_revoked: 0, last_seen: null };
  await trx.insertInto('kiosk').values(row).execute();
}

/** A kiosk of event.json that no working kiosk stands for; null when there is none. */
async function pickPosition(trx: Change): Promise<string | null> {
  const event = await trx.selectFrom('feed_item').select('body').where('kind', '=', 'event').executeTakeFirst();
  if (event?.body == null) return null;
  const taken = await trx.selectFrom('kiosk').select(['kiosk', 'position']).where('is_revoked', '=', 0).execute();
  const positions = eventSchema.parse(JSON.parse(event.body)).kiosks.map(({ id }) => id);
  return positions.find((id) => !taken.some(({ kiosk, position }) => id === position || id === kiosk)) ?? null;
}

async function pickName(trx: Change, position: string | null): Promise<string> {
  const rows = await trx.selectFrom('kiosk').select('kiosk').execute();
  const taken = new Set([deskKiosk, ...rows.map(({ kiosk }) => kiosk)]);
  for (let number = 1; ; number += 1) {
    const name = position === null ? `K${number}` : number === 1 ? position : `${position}.${number}`;
    if (!taken.has(name)) return name;
  }
}

async function list(queries: Queries): Promise<KioskListing[]> {
  const rows = await queries
    .selectFrom('kiosk')
    .selectAll()
    .where('kiosk', '!=', deskKiosk)
    .select((is) => [
      lastSequence(is).as('last'),
      is
        .selectFrom('dead_letter')
        .whereRef('dead_letter.kiosk', '=', 'kiosk.kiosk')
        .select(({ fn }) => fn.countAll<number>().as('letters'))
        .as('letters'),
    ])
    .orderBy('kiosk')
    .execute();
  return rows.map((row) => ({
    ...toKiosk(row),
    lastSeen: row.last_seen,
    nextSequence: (row.last ?? 0) + 1,
    deadLetters: row.letters ?? 0,
  }));
}
