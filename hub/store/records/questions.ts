import type { Database } from '../database/database.ts';
import { createQuestion } from '../database/question.ts';
import { lastSequence } from './last-sequence.ts';

export type Questions = ReturnType<typeof createQuestions>;

/** What the intake asks of every transaction. */
export function createQuestions(database: Database) {
  const related = ['id', 'visitor', 'number', 'kind', 'ticket_index', 'contact_1', 'contact_2'] as const;
  return {
    /** By kiosk. */
    standing: createQuestion(database, (db, isAmong) =>
      db
        .selectFrom('kiosk')
        .innerJoin('hub', (join) => join.onTrue())
        .select((is) => ['kiosk.kiosk', 'hub.purged', 'hub.restored', lastSequence(is).as('last')])
        .where(isAmong('kiosk.kiosk')),
    ),
    taken: createQuestion(database, (db, isAmong) =>
      db.selectFrom('record').select(['kiosk', 'sequence', 'id', 'digest', 'rejected']).where(isAmong('id')),
    ),
    erased: createQuestion(database, (db, isAmong) => db.selectFrom('erased').select('id').where(isAmong('id'))),
    relatedById: createQuestion(database, (db, isAmong) =>
      db.selectFrom('record').select(related).where(isAmong('id')),
    ),
    relatedByTicket: createQuestion(database, (db, isAmong) =>
      db.selectFrom('record').select(related).where(isAmong('ticket_index')),
    ),
    relatedByContact: createQuestion(database, (db, isAmong) =>
      db
        .selectFrom('record')
        .select(related)
        .where((is) => is.or([isAmong('contact_1'), isAmong('contact_2')])),
    ),
  };
}
