import type { DatabaseSync } from 'node:sqlite';
import type { KioskRecord } from '../../domain/kiosk-record.ts';

/** Writes a record with the columns that it is looked up by. To be called inside a transaction. */
export function prepareInsert(database: DatabaseSync): (record: KioskRecord) => void {
  const insert = database.prepare(
    `insert into record
       (id, event, kiosk, sequence, kind, claim_code, purpose, ticket_index, session, action, lease, cancels, content)
     values (:id, :event, :kiosk, :sequence, :kind, :claimCode, :purpose, :ticketIndex, :session, :action, :lease, :cancels, :content)`,
  );
  return (record) => {
    const { id, event, kiosk, sequence, kind } = record;
    insert.run({ id, event, kiosk, sequence, kind, ...lookupColumns(record), content: JSON.stringify(record) });
  };
}

const noColumns = {
  claimCode: null,
  purpose: null,
  ticketIndex: null,
  session: null,
  action: null,
  lease: null,
  cancels: null,
};

function lookupColumns(record: KioskRecord): Record<keyof typeof noColumns, string | null> {
  switch (record.kind) {
    case 'registration':
    case 'check-in': {
      const { claimCode, purpose, ticketIndex } = record;
      return { ...noColumns, claimCode, purpose, ticketIndex };
    }
    case 'seat': {
      const { claimCode, session, action, lease, cancels } = record;
      return { ...noColumns, claimCode, session, action, lease, cancels };
    }
    case 'purge':
    case 'tombstone':
      return noColumns;
  }
}
