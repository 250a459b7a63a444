import { assert } from '../../../domain/assert.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import { sealedRecordSchema, type SealedRecord } from '../../../domain/sealed-record.ts';
import { readSamePerson } from '../../people/same-person.ts';
import type { Change, Database, WriteLast } from '../database/database.ts';
import type { OwnRecord, OwnView } from '../store.ts';
import type { Questions } from './questions.ts';
import { readItems } from './read-item.ts';
import { keyOf } from './signature.ts';
import { takeBatches } from './take-batches.ts';

interface Appending<Reason> {
  readonly database: Database;
  readonly questions: Questions;
  readonly trx: Change;
  readonly writeLast: WriteLast;
  readonly event: string;
  readonly epoch: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly own: OwnRecord<Reason>;
}

/**
 * Number, look, seal and take under one lock: sealing takes 4 ms, and without the lock another process could take the number meanwhile, or
 * check the same visitor in.
 */
export async function appendOwn<Reason>(appending: Appending<Reason>): Promise<Result<string, Reason | 'unavailable'>> {
  const { database, questions, trx, writeLast, event, epoch, now, own } = appending;
  const { kiosk, publicKey } = own;
  const [standing] = await questions.standing(trx, [kiosk]);
  if (standing === undefined) return err('unavailable');
  const sequence = (standing.last ?? 0) + 1;
  const written = await own.write({ event, sequence, ...createView({ database, trx }) });
  if (!written.ok) return written;
  if (typeof written.value === 'string') return ok(written.value);
  const sender = { kiosk, event, key: keyOf(publicKey) };
  const items = await readItems({ items: [written.value], from: sequence, sender, proof: 'records' });
  const batches = [{ kiosk, epoch, from: sequence, items }];
  const [answer] = await takeBatches({ database, questions, trx, writeLast, batches, epoch, now });
  assert(answer !== undefined && 'answers' in answer, 'the number is the next one');
  assert(answer.answers[0]?.result === 'accepted', 'what the hub itself writes is right');
  return ok(written.value.id);
}

function createView({ database, trx }: { database: Database; trx: Change }): Omit<OwnView, 'event' | 'sequence'> {
  const select = () => trx.selectFrom('record').select(['id', 'visitor', 'body']).where('claim_code', 'is not', null);
  return {
    async visitorOf(id) {
      const row = await select().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : (row.visitor ?? row.id);
    },
    async visitorWithTicket(ticketIndex) {
      const row = await select().where('ticket_index', '=', ticketIndex).orderBy('number').limit(1).executeTakeFirst();
      return row === undefined ? null : (row.visitor ?? row.id);
    },
    async newestOf(visitor) {
      const persons = (await readSamePerson(trx)).of(visitor);
      const ofPerson = (one: readonly string[]) =>
        select().where((is) => is.or([database.among('id', one), database.among('visitor', one)]));
      const first = await ofPerson(persons).orderBy('number').limit(1).executeTakeFirst();
      if (first === undefined) return null;
      // The registration whose claim code survives is the one that is shown and exported.
      const newest = await ofPerson([first.visitor ?? first.id ?? ''])
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return newest?.body == null ? null : readSealed(newest.body);
    },
    async hasClaimCode(claimCode) {
      return (await select().where('claim_code', '=', claimCode).limit(1).executeTakeFirst()) !== undefined;
    },
    async isErased(id) {
      return (await trx.selectFrom('erased').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
    },
  };
}

function readSealed(body: string): SealedRecord {
  return sealedRecordSchema.parse(JSON.parse(body));
}
