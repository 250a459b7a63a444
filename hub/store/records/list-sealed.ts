import type { ExpressionBuilder } from 'kysely';
import { sealedRecordSchema } from '../../../domain/sealed-record.ts';
import { readSamePerson } from '../../people/same-person.ts';
import type { Tables } from '../database/tables.ts';
import type { Queries } from '../database/database.ts';
import type { Records, StoredSealed } from '../store.ts';
import { checkElsewhere, keyOf } from './signature.ts';

type Page = Parameters<Records['listSealed']>[0];

export async function listSealed({ db, which, after = 0, limit }: Page & { db: Queries }): Promise<StoredSealed[]> {
  const samePerson = await readSamePerson(db);
  const listed: StoredSealed[] = [];
  let from = after;
  while (listed.length < limit) {
    const rows = await readRows({ db, which, after: from, limit });
    for (const { id, visitor, claim_code: claimCode, number, body, public_key: publicKey } of rows) {
      const own = visitor ?? id ?? '';
      const persons = samePerson.of(own);
      const isFirst = visitor === null && persons.length === 1;
      const first = isFirst ? { visitor: own, claimCode: claimCode ?? '' } : await readFirst(db, persons);
      if (which === 'visitors' && first.visitor !== own) continue;
      const record = sealedRecordSchema.parse(JSON.parse(body ?? 'null'));
      const isSigned = publicKey !== null && (await checkElsewhere(record, keyOf(publicKey)));
      listed.push({ record, ...first, isSigned, number });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) break;
    from = last.number;
  }
  return listed.slice(0, limit);
}

function readRows({ db, which, after, limit }: Page & { db: Queries; after: number }) {
  return db
    .selectFrom('record')
    .leftJoin('kiosk', 'kiosk.kiosk', 'record.kiosk')
    .select(['record.id', 'record.visitor', 'record.claim_code', 'record.number', 'record.body', 'kiosk.public_key'])
    .where('record.claim_code', 'is not', null)
    .where('record.number', '>', after)
    .$if(which !== 'all', (query) => query.where((is) => is.not(is.exists(corrections(is)))))
    .$if(which === 'visitors', (query) => query.where((is) => is.not(is.exists(lastWords(is)))))
    .orderBy('record.number')
    .limit(limit)
    .execute();
}

type OfRecord = ExpressionBuilder<Tables, 'record'>;

function corrections(is: OfRecord) {
  return selectLater(is).whereRef('later.replaces', '=', 'record.id');
}

/** Two corrections of one record: the one that came last stands for the visitor. */
function lastWords(is: OfRecord) {
  return selectLater(is)
    .whereRef('later.visitor', '=', ({ fn }) => fn.coalesce('record.visitor', 'record.id'))
    .whereRef('later.number', '>', 'record.number');
}

function selectLater(is: OfRecord) {
  return is.selectFrom('record as later').select('later.id').where('later.claim_code', 'is not', null);
}

/** The earliest of a person's records that is still there tells whose it is. */
async function readFirst(db: Queries, visitors: readonly string[]) {
  const row = await db
    .selectFrom('record')
    .select(['id', 'visitor', 'claim_code'])
    .where('claim_code', 'is not', null)
    .where((is) => is.or([is('id', 'in', visitors), is('visitor', 'in', visitors)]))
    .orderBy('number')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { visitor: row.visitor ?? row.id ?? '', claimCode: row.claim_code ?? '' };
}
